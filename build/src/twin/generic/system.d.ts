import type { Route } from '../route.ts';
export declare const systemRoutes: readonly Route[];
