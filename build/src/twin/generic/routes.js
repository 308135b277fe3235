import { accountRoutes } from "./accounts.js";
import { biosRoutes } from "./bios.js";
import { chassisRoutes } from "./chassis.js";
import { controllerRoutes } from "./controller.js";
import { firmwareRoutes } from "./firmware.js";
import { interfaceRoutes } from "./interfaces.js";
import { memoryRoutes } from "./memory.js";
import { processorRoutes } from "./processors.js";
import { rootRoutes } from "./root.js";
import { sessionRoutes } from "./sessions.js";
import { storageRoutes } from "./storage.js";
import { systemRoutes } from "./system.js";
import { taskRoutes } from "./tasks.js";
/** A BMC that keeps to DMTF's schemas and has no habits of its own. */
export const genericRoutes = [
    ...rootRoutes,
    ...systemRoutes,
    ...biosRoutes,
    ...processorRoutes,
    ...memoryRoutes,
    ...storageRoutes,
    ...interfaceRoutes,
    ...chassisRoutes,
    ...controllerRoutes,
    ...sessionRoutes,
    ...accountRoutes,
    ...taskRoutes,
    ...firmwareRoutes,
];
//# sourceMappingURL=routes.js.map