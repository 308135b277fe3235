import type { Fleet } from '../model/fleet.ts';
import type { FacilityName } from '../model/names.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { ParsedFile } from './parse.ts';
/**
 * Links the files of one facility, and keeps what it needs to link again after a few of them changed: then the work is
 * proportional to the change. It holds files, not decisions: what it answers depends only on the files that it has.
 */
export declare class Linker {
    #private;
    constructor(facility: FacilityName);
    /** Puts files in, replaces them or (null) takes them out, by path. Files of other facilities are left aside. */
    change(files: Iterable<readonly [path: string, file: ParsedFile | null]>): void;
    /** Does at most `count` machines' part of `link`, so that the caller can yield in between; true while some are left. */
    prepare(count: number): boolean;
    /** The fleet as the files say it, or everything that is wrong between them. */
    link(): Result<Fleet, Problem[]>;
}
