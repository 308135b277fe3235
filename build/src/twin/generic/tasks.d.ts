import type { Route } from '../route.ts';
export declare const taskRoutes: readonly Route[];
