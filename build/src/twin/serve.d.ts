import type { Instant } from '../model/names.ts';
import type { Bmc } from './bmc.ts';
import { type Change } from './route.ts';
export interface TwinRequest {
    readonly method: string;
    /** As on the request line: path and query. */
    readonly target: string;
    /** Names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
}
export declare const pathOf: (target: string) => string;
/** How a well BMC answers; DSP0266 for the order in which a request is judged. */
export declare function serve(bmc: Bmc, request: TwinRequest, now: Instant): Change;
