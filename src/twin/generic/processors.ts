import type { Route } from '../route.ts';
import { healthy, listParts } from './collection.ts';
import { systemPath } from './paths.ts';

export const processorRoutes: readonly Route[] = listParts(
  `${systemPath}/Processors`,
  'Processor',
  (bmc) => bmc.spec.hardware.processors,
  (processor, path) => ({
    '@odata.id': path,
    '@odata.type': '#Processor.v1_18_0.Processor',
    Id: processor.id,
    Name: `Processor ${processor.id}`,
    Socket: processor.id,
    ProcessorType: 'CPU',
    Model: processor.model,
    TotalCores: processor.cores,
    TotalThreads: processor.threads,
    Status: healthy,
  }),
);
