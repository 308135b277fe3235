import type { NewCommit, Repo } from '../ports/repo.ts';
import { type Objects } from './objects.ts';
/** What a Git host keeps. */
export interface Remote {
    readonly objects: Objects;
    readonly refs: Map<string, string>;
    /** Every push is refused, as a protected branch does. */
    refusing: boolean;
}
export declare const createRemote: () => Remote;
/** A `Repo` on a remote in memory. `own` is the clone: what outlives a process, in its state folder. */
export declare function openMemoryRepo(remote: Remote, own: Objects): Repo;
export declare function writeCommit(objects: Objects, { parents, base, changes, message, author, at }: NewCommit): string;
