import type { Route } from '../route.ts';
export declare const processorRoutes: readonly Route[];
