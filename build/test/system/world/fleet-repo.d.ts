import type { OtherFile } from '../../../src/conformance/repo.ts';
import { People } from '../../adapters/git/people.ts';
export type Files = ReadonlyMap<string, string>;
/** By path; null removes the file. */
export type Changes = Readonly<Record<string, string | Uint8Array | null>>;
export interface StatusCommit {
    readonly id: string;
    readonly parents: readonly string[];
    readonly message: string;
    readonly kind: string;
    /** `<grant> <verb> <machine>`, as written. */
    readonly grants: readonly string[];
    /** `<grant> <kind> <verb> <machine>`, as written. */
    readonly outcomes: readonly string[];
    readonly epoch: string;
}
/** A bare repository, and a person who commits to its `main` with native Git. */
export declare class FleetRepo {
    readonly path: string;
    readonly people: People;
    constructor(people: People);
    static begin(path: string): FleetRepo;
    /** One commit on `main` (or on `from`, wherever main is), pushed. Answers its id. */
    commit(message: string, changes: Changes, from?: string | null | undefined): string;
    /** Puts this on `main` as its next commit, byte by byte as given: also what Git's own tools would not write. */
    commitTree(message: string, files: readonly OtherFile[], parent: string | null): string;
    head(branch: string): string | null;
    ref(name: string): string | null;
    /** Content of a file at a revision; null where it is not. */
    file(revision: string, path: string): string | null;
    /** All files of a revision. */
    files(revision: string): Files;
    /** The status branch, newest first, read by Git's own trailer parser. */
    status(facility?: string): readonly StatusCommit[];
}
/** All files below a folder, by path. */
export declare function readFolder(folder: string): Files;
