import type { Route } from '../route.ts';
import { accountRoutes } from './accounts.ts';
import { biosRoutes } from './bios.ts';
import { chassisRoutes } from './chassis.ts';
import { controllerRoutes } from './controller.ts';
import { firmwareRoutes } from './firmware.ts';
import { interfaceRoutes } from './interfaces.ts';
import { mediaRoutes } from './media.ts';
import { memoryRoutes } from './memory.ts';
import { processorRoutes } from './processors.ts';
import { rootRoutes } from './root.ts';
import { sessionRoutes } from './sessions.ts';
import { storageRoutes } from './storage.ts';
import { systemRoutes } from './system.ts';
import { taskRoutes } from './tasks.ts';

/** A BMC that keeps to DMTF's schemas and has no habits of its own. */
export const genericRoutes: readonly Route[] = [
  ...rootRoutes,
  ...systemRoutes,
  ...biosRoutes,
  ...processorRoutes,
  ...memoryRoutes,
  ...storageRoutes,
  ...interfaceRoutes,
  ...chassisRoutes,
  ...controllerRoutes,
  ...mediaRoutes,
  ...sessionRoutes,
  ...accountRoutes,
  ...taskRoutes,
  ...firmwareRoutes,
];
