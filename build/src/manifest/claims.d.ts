import type { Problem } from '../model/problem.ts';
import type { ParsedFile } from './parse.ts';
/**
 * Who claims what. Kept up to date file by file, so that one changed manifest among 100,000 costs no look at
 * the others.
 */
export declare class Claims {
    #private;
    add(file: ParsedFile): void;
    remove(file: ParsedFile): void;
    /** Every machine that claims what another claims too; each problem names the other. */
    problems(): Problem[];
}
