import type { Route } from '../route.ts';
export declare const chassisRoutes: readonly Route[];
