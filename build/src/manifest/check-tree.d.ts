import type { FacilityName } from '../model/names.ts';
import type { Problem } from '../model/problem.ts';
/** A file of a commit's tree, or a folder (040000), submodule (160000) or symlink (120000) in it. */
export interface TreeFile {
    /** From the root, with `/` between names. */
    readonly path: string;
    /** Six octal digits as Git has them. */
    readonly mode: string;
    /** Where known. */
    readonly bytes?: number;
}
/** What is wrong with the names, modes and places of one facility's files, before any of them is opened. */
export declare function checkTree(facility: FacilityName, entries: readonly TreeFile[]): Problem[];
/** One entry by itself, so that a caller who knows what changed need not look at the whole tree again. */
export declare function checkEntry(facility: FacilityName, { path, mode }: TreeFile): Problem | null;
