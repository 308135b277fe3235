import type { Route } from '../route.ts';
/** What may be read without login. */
export declare const rootRoutes: readonly Route[];
