import type { CommitId } from '../../model/names.ts';
import type { NewCommit, PushOutcome, RefName, Repo } from '../../ports/repo.ts';
import type { OtherFile, RepoBench } from './bench.ts';
export declare const main = "refs/heads/main";
export declare const status = "refs/heads/status/ams1";
export declare const lease = "refs/nanometal/lease/ams1";
export declare const author: {
    name: string;
    email: string;
};
export declare const at = 1795305600000;
export declare const absent: string;
export declare const manyBytes: number;
export declare const file: (path: string, content: string) => OtherFile;
export declare function newCommit(changes: Record<string, string | null>, rest?: Partial<NewCommit>): NewCommit;
export declare function fetchOne(repo: Repo, ref: RefName): Promise<CommitId | null>;
/** All files under a commit, with their modes: `path` → `mode content`. */
export declare function readAll(repo: Repo, id: CommitId): Promise<Record<string, string>>;
export declare function readText(repo: Repo, id: string): Promise<string>;
export declare function assertKind(outcome: PushOutcome, kind: PushOutcome['kind']): void;
export declare const commitOn: (bench: RepoBench, parents: readonly CommitId[], content: string) => Promise<CommitId>;
