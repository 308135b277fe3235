import type { Route } from '../route.ts';
/** One account, to be looked at only. */
export declare const accountRoutes: readonly Route[];
