import type { HttpLimits } from '../ports/http.ts';
/** Every bound of the protocol in one place. Times in milliseconds. */
export interface RedfishLimits {
    readonly read: HttpLimits;
    /** BMCs were seen to take more than a minute over a BIOS write that they then accepted. */
    readonly write: HttpLimits;
    /** For ending one session when the driver closes. */
    readonly logoutMs: number;
    /** Requests that may wait for one BMC, which may front some hundred machines; what comes after them is told that it is busy. */
    readonly waitingMax: number;
    /** How deep an answer may nest. */
    readonly depthMax: number;
    readonly pagesMax: number;
    readonly membersMax: number;
    /** Resources read in one look. */
    readonly readsMax: number;
    /** Refused credentials are tried again after this long: by then a person may have changed the account. */
    readonly refusalMs: number;
}
export declare const defaultLimits: RedfishLimits;
