import type { CommitId, Instant, ObjectId } from '../model/names.ts';
import type { Result } from '../model/result.ts';
/**
 * A Git remote, never a work tree. Reading is by object id; a ref moves by compare-and-swap and never by force.
 * Expected failures are values; every method may take seconds where the remote is far.
 */
export interface Repo {
    /**
     * The refs as the remote has them now, with every object behind them present here and checked. A ref that does
     * not exist is `null`. Nothing is remembered of a fetch that failed half-way.
     */
    fetch(refs: readonly RefName[]): Promise<Result<ReadonlyMap<RefName, CommitId | null>, RepoFailure>>;
    /** `null`: no such commit here. */
    commit(id: CommitId): Promise<Commit | null>;
    /** One folder; `null`: no such tree here. */
    tree(id: ObjectId): Promise<readonly TreeEntry[] | null>;
    /** In the order asked; `null` for one that is missing, `'too-large'` for one over `bytesMax`. */
    blobs(ids: readonly ObjectId[], bytesMax: number): Promise<readonly (Uint8Array | 'too-large' | null)[]>;
    /** True for equal ids too. Missing history: false. */
    isAncestor(ancestor: CommitId, descendant: CommitId): Promise<boolean>;
    /** Writes objects here; nobody sees them before `push`. The same input gives the same id. */
    write(commit: NewCommit): Promise<CommitId>;
    /** Moves `ref` from `expected` (null: it must not exist) to `next`, which must be written here. */
    push(ref: RefName, expected: CommitId | null, next: CommitId): Promise<PushOutcome>;
    /** Ends child processes and connections; the state on disk stays. */
    close(): Promise<void>;
}
/** Full name: `refs/heads/main`. */
export type RefName = string;
export interface Commit {
    readonly id: CommitId;
    readonly tree: ObjectId;
    readonly parents: readonly CommitId[];
    /** Of the committer. */
    readonly at: Instant;
    readonly message: string;
}
export interface TreeEntry {
    /** As many-octal-digit text: `100644`, `100755`, `120000`, `160000`, `040000`. */
    readonly mode: string;
    /** Decoded from UTF-8; bytes that are not UTF-8 appear as U+FFFD. */
    readonly name: string;
    readonly id: ObjectId;
}
export interface NewCommit {
    readonly parents: readonly CommitId[];
    /** The tree that `changes` are laid over; null: the empty tree. */
    readonly base: ObjectId | null;
    /** By path; null removes the file, and folders that become empty. */
    readonly changes: ReadonlyMap<string, string | null>;
    readonly message: string;
    readonly author: {
        readonly name: string;
        readonly email: string;
    };
    /** Seconds matter, milliseconds are cut. */
    readonly at: Instant;
}
export type PushOutcome = {
    readonly kind: 'pushed';
}
/** The ref is not where it was expected; `actual` where known. */
 | {
    readonly kind: 'stale';
    readonly actual?: CommitId | null;
}
/** The remote said no: a hook, a protected branch, a quota, our key. */
 | {
    readonly kind: 'refused';
    readonly message: string;
}
/** Nothing is known; the caller fetches before anything else. */
 | {
    readonly kind: 'ambiguous';
    readonly failure: RepoFailure;
};
export interface RepoFailure {
    readonly reason: 'unreachable' | 'timeout' | 'credentials' | 'not-found' | 'refused' | 'corrupt' | 'too-large' | 'locked';
    /** For people; holds no secret and no userinfo. */
    readonly message: string;
}
