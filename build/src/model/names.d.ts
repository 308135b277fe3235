/** The words that name things. Aliases, not brands: the schemas check them where they enter. */
/** `[a-z0-9-]{1,63}`, not beginning or ending with a hyphen; unique in the fleet for machines. */
export type MachineName = string;
export type FacilityName = string;
export type RackName = string;
/** A Git commit id, 40 hex digits. */
export type CommitId = string;
/** Any Git object id, 40 hex digits. */
export type ObjectId = string;
/** `sha256:` and 64 hex digits. */
export type Digest = string;
/** Milliseconds since 1970 in UTC, by the wall clock; ISO 8601 in files. */
export type Instant = number;
/** Milliseconds on the monotonic clock of this process; compared only with each other. */
export type Ticks = number;
/** What makes one request for an action different from every other: an operation's id, or `<commit>:<field>`. */
export type RequestId = string;
export declare const namePattern: RegExp;
