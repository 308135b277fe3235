import { healthy, listParts } from "./collection.js";
import { systemPath } from "./paths.js";
export const memoryRoutes = listParts(`${systemPath}/Memory`, 'Memory', (bmc) => bmc.spec.hardware.memory, (module, path) => ({
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
}));
//# sourceMappingURL=memory.js.map