import type { Route } from '../route.ts';
/** A BMC that keeps to DMTF's schemas and has no habits of its own. */
export declare const genericRoutes: readonly Route[];
