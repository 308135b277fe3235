import { type Resource } from './fields.ts';
export declare const rootPath = "/redfish/v1/";
/** Where a service keeps things (ServiceRoot schema). What it does not name is looked for where it usually is. */
export interface Root {
    readonly sessions: string;
    readonly systems: string;
    readonly managers: string;
    readonly taskService: string;
    readonly updateService: string;
    /** Collections may be asked for with their members inside. */
    readonly expands: boolean;
}
export declare function readRoot(body: Resource, origin: string): Root;
