import { type Route } from '../route.ts';
/** Settings are written beside the current ones and taken up at the next boot (DSP0266, "Settings resource"). */
export declare const biosRoutes: readonly Route[];
