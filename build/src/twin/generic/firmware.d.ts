import type { Route } from '../route.ts';
/** Versions to look at; this persona updates nothing. */
export declare const firmwareRoutes: readonly Route[];
