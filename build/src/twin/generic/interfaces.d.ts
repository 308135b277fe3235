import type { Route } from '../route.ts';
/** The host's own network cards, and the one of its BMC. */
export declare const interfaceRoutes: readonly Route[];
