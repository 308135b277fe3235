import type { Route } from '../route.ts';
import { healthy, listParts } from './collection.ts';
import { systemPath } from './paths.ts';

export const memoryRoutes: readonly Route[] = listParts(
  `${systemPath}/Memory`,
  'Memory',
  (bmc) => bmc.spec.hardware.memory,
  (module, path) => ({
    '@odata.id': path,
    '@odata.type': '#Memory.v1_17_0.Memory',
    Id: module.id,
    Name: `Memory module ${module.id}`,
    DeviceLocator: module.id,
    MemoryType: 'DRAM',
    CapacityMiB: module.mib,
    SerialNumber: module.serial,
    PartNumber: module.partNumber,
    Status: healthy,
  }),
);
