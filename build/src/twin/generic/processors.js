import { healthy, listParts } from "./collection.js";
import { systemPath } from "./paths.js";
export const processorRoutes = listParts(`${systemPath}/Processors`, 'Processor', (bmc) => bmc.spec.hardware.processors, (processor, path) => ({
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
}));
//# sourceMappingURL=processors.js.map