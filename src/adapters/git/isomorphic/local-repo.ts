import { join } from 'node:path';
import type { CommitId, ObjectId } from '../../../model/names.ts';
import { never } from '../../../model/never.ts';
import { fail, ok, type Result } from '../../../model/result.ts';
import type { Commit, NewCommit, PushOutcome, RefName, Repo, RepoFailure, TreeEntry } from '../../../ports/repo.ts';
import { reaches } from '../ancestry.ts';
import { findCheckedOut, findDecidingHook, readHostConfig } from '../host-config.ts';
import type { GitLimits } from '../limits.ts';
import { Damage } from '../object/damage.ts';
import { readBlobs, readCommit, readTree, writeCommit } from '../objects.ts';
import { findRewind } from '../rewind.ts';
import { sweepTemporaries } from '../store/files.ts';
import { RefLock } from '../store/ref-lock.ts';
import { assertRefName } from '../store/ref-name.ts';
import { RefFiles } from '../store/refs.ts';
import { CompleteTips } from './complete-tips.ts';
import { StoredObjects } from './stored-objects.ts';

export interface LocalRepoOptions {
  /** The repository's Git folder on this host. */
  readonly gitDir: string;
  /** A folder of ours, for what we note about our locks. */
  readonly notes: string;
  readonly limits: GitLimits;
}

const abandonedMs = 3_600_000;

/**
 * `Repo` without a Git binary, over a repository on this host: no clone, no copy. People push there with Git at the same
 * time, so objects are written whole, refs move under Git's own locks, and nothing is ever removed.
 */
export class LocalRepo implements Repo {
  readonly #options: LocalRepoOptions;
  readonly #objects: StoredObjects;
  readonly #refs: RefFiles;
  readonly #lock: RefLock;
  readonly #complete: CompleteTips;

  constructor(options: LocalRepoOptions) {
    this.#options = options;
    // What is torn in somebody else's repository is theirs to mend; it reads as missing, and a fetch says so.
    this.#objects = new StoredObjects(options.gitDir, () => undefined);
    this.#refs = new RefFiles(options.gitDir);
    const { gitDir, notes, limits } = options;
    this.#lock = new RefLock({ notes, temporaries: gitDir, waitMs: limits.lockWaitMs });
    this.#complete = new CompleteTips(this.#objects);
  }

  static async open(options: LocalRepoOptions): Promise<LocalRepo> {
    const repo = new LocalRepo(options);
    await repo.#lock.reclaim();
    for (const part of ['.', 'objects/pack']) await sweepTemporaries(join(options.gitDir, part), abandonedMs);
    return repo;
  }

  async fetch(refs: readonly RefName[]): Promise<Result<ReadonlyMap<RefName, CommitId | null>, RepoFailure>> {
    refs.forEach(assertRefName);
    try {
      const tips = new Map(refs.map((ref) => [ref, this.#refs.read(ref)]));
      for (const id of new Set(tips.values())) if (id !== null) await this.#complete.check(id);
      return ok(tips);
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      return fail({ reason: 'corrupt', message: `${error.message}, in ${this.#options.gitDir}` });
    }
  }

  commit(id: CommitId): Promise<Commit | null> {
    return readCommit(this.#objects, id);
  }

  tree(id: ObjectId): Promise<readonly TreeEntry[] | null> {
    return readTree(this.#objects, id);
  }

  blobs(ids: readonly ObjectId[], bytesMax: number): Promise<readonly (Uint8Array | 'too-large' | null)[]> {
    return readBlobs(this.#objects, ids, bytesMax);
  }

  isAncestor(ancestor: CommitId, descendant: CommitId): Promise<boolean> {
    return reaches(ancestor, descendant, (id) => this.#objects.parents(id));
  }

  write(commit: NewCommit): Promise<CommitId> {
    return writeCommit(this.#objects, commit);
  }

  async push(ref: RefName, expected: CommitId | null, next: CommitId): Promise<PushOutcome> {
    assertRefName(ref);
    const wrong = (await findRewind(this, ref, expected, next)) ?? this.#findObjection(ref);
    if (wrong) return wrong;
    try {
      const moved = await this.#refs.move(ref, expected, next, this.#lock);
      switch (moved.kind) {
        case 'moved':
          return { kind: 'pushed' };
        case 'stale':
          return moved;
        case 'blocked':
          return { kind: 'refused', message: moved.message };
        case 'locked': {
          const message = `${ref}.lock stays in ${this.#options.gitDir}; if no Git process holds it, remove it`;
          return { kind: 'ambiguous', failure: { reason: 'locked', message } };
        }
        default:
          return never(moved);
      }
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      return { kind: 'ambiguous', failure: { reason: 'corrupt', message: error.message } };
    }
  }

  async close(): Promise<void> {
    this.#objects.close();
  }

  /** What Git itself would have asked before letting a push in. */
  #findObjection(ref: RefName): PushOutcome | null {
    const { gitDir } = this.#options;
    const config = readHostConfig(gitDir);
    const hook = findDecidingHook(gitDir, config);
    if (hook !== null) {
      const message = `${gitDir} has the hook ${hook}, which only Git can run; use --git native`;
      return { kind: 'refused', message };
    }
    if (findCheckedOut(gitDir, config) !== ref) return null;
    return { kind: 'refused', message: `${ref} is checked out in ${gitDir}; push to a bare repository` };
  }
}
