import type { CommitId } from '../../model/names.ts';
import type { RefName, Repo } from '../../ports/repo.ts';
/** A repository under test, and hands of other people on the same remote. */
export interface RepoBench {
    readonly repo: Repo;
    /** Another user of the same remote, with a memory of its own. Closed with the bench. */
    another(): Promise<Repo>;
    /** Objects for a commit appear on the remote; no ref moves. `files` is the whole tree. */
    commitAsOther(commit: OtherCommit): Promise<CommitId>;
    /** Creates or moves a ref on the remote, by force where it must be. */
    setRef(ref: RefName, id: CommitId): Promise<void>;
    deleteRef(ref: RefName): Promise<void>;
    /** From now on the remote refuses every push, as a hook or a protected branch does. */
    refusePushes(): Promise<void>;
    close(): Promise<void>;
}
export interface OtherCommit {
    readonly parents: readonly CommitId[];
    readonly message: string;
    readonly files: readonly OtherFile[];
}
export interface OtherFile {
    /** `100644`, `100755`, `120000`, or `160000` with a commit id as content. */
    readonly mode: string;
    /** Bytes where the name is not UTF-8; `/` parts folders. */
    readonly path: string | Uint8Array;
    readonly content: string;
}
/** A promise of the port, and how it is checked on a fresh bench. */
export type RepoCheck = readonly [name: string, check: (bench: RepoBench) => Promise<void>];
