import type { FacilityName } from '../model/names.ts';
import { type Result } from '../model/result.ts';
import type { Status } from '../model/status.ts';
import { type Steps } from '../model/steps.ts';
/** What lies on the status branch, by path (design §4). Times are ISO 8601 in files and milliseconds in memory. */
export type StatusFiles = ReadonlyMap<string, string>;
/** Sorted keys, two spaces: it diffs well for people, and the same status is the same bytes. */
export declare const renderFiles: (status: Status) => StatusFiles;
export declare function rendering(status: Status): Steps<StatusFiles>;
/** Whether a path is one that a reader needs; STATUS.md is for people only. */
export declare const isStatusData: (path: string) => boolean;
/** The way back. An error names the file that nanometal did not write like this; then memory counts as missing. */
export declare const readFiles: (facility: FacilityName, files: StatusFiles) => Result<Status, string>;
export declare function reading(facility: FacilityName, files: StatusFiles): Steps<Result<Status, string>>;
/** Machines by what is so of them; the same figures stand in STATUS.md. */
export declare function countsOf(status: Status): Readonly<Record<string, number>>;
