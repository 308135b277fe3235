import { type Route } from '../route.ts';
/** The BMC itself, which Redfish calls the manager. */
export declare const controllerRoutes: readonly Route[];
