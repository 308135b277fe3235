import type { Route } from '../route.ts';
/** One storage subsystem that holds every drive, in the present schema and in the simple one. */
export declare const storageRoutes: readonly Route[];
