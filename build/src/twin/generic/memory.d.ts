import type { Route } from '../route.ts';
export declare const memoryRoutes: readonly Route[];
