import { type Route } from '../route.ts';
export declare const sessionRoutes: readonly Route[];
