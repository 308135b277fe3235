import { type Action } from '../../../redfish/action.ts';
import { type Reader } from '../../../redfish/reader.ts';
import type { Found, Reading } from '../../../redfish/reply.ts';
/** Where the parts of one machine are, and what changes only when somebody opens it or updates the BMC. */
export interface Place {
    readonly system: string;
    readonly manager?: string;
    /** Collection of the BMC's tasks. */
    readonly tasks?: string;
    readonly reset: Action | null;
    readonly managerReset: Action | null;
    readonly chassisSerial?: string;
    readonly bmcMac?: string;
    /** Of the machine alone. */
    readonly machine: string;
    /** Of the machine, the BMC and its last start, when all this was learned. */
    readonly fingerprint: string;
}
/** The two resources that every look and every request begin with, freshly read, and what is known around them. */
export interface Standing {
    readonly place: Place;
    readonly system: Found;
    readonly manager: Found | null;
}
/** `known` is believed as long as the same machine answers through the same BMC. */
export declare function stand(reader: Reader, named: string | undefined, known: Place | null): Promise<Reading<Standing>>;
