import type { CommitId, ObjectId } from '../../../model/names.ts';
import type { Result } from '../../../model/result.ts';
import type { Commit, NewCommit, PushOutcome, RefName, Repo, RepoFailure, TreeEntry } from '../../../ports/repo.ts';
import { reaches } from '../ancestry.ts';
import { arePresent, readBlobs, readCommit, readTree, writeCommit } from '../objects.ts';
import { findRewind } from '../rewind.ts';
import { prepareClone, replaceClone } from '../store/clone.ts';
import { gather } from '../store/gather.ts';
import { assertRefName } from '../store/ref-name.ts';
import { isMarkedDamaged, markDamaged, writeTracked } from '../store/tracking.ts';
import { Turns } from '../turns.ts';
import { fetchOverHttp, type Refs } from './http-fetch.ts';
import { pushOverHttp } from './http-push.ts';
import { StoredObjects } from './stored-objects.ts';
import type { WireOptions } from './wire.ts';

export interface HttpRepoOptions {
  readonly gitDir: string;
  readonly wire: Omit<WireOptions, 'closing'>;
}

/** Enough for native Git to read the clone; nothing here is read by us. */
const config = '[core]\n\trepositoryformatversion = 0\n\tbare = true\n[gc]\n\tauto = 0\n';

/** `Repo` without a Git binary, over HTTP(S), with a bare clone of our own. */
export class HttpRepo implements Repo {
  readonly #gitDir: string;
  readonly #wire: WireOptions;
  readonly #closing = new AbortController();
  #objects: StoredObjects;

  /** Fetches and pushes; one of them may put another clone in this one's place. */
  readonly #turns = new Turns();

  constructor(options: HttpRepoOptions) {
    this.#gitDir = options.gitDir;
    this.#wire = { ...options.wire, closing: this.#closing.signal };
    this.#objects = this.#open(options.gitDir);
  }

  static async open(options: HttpRepoOptions): Promise<HttpRepo> {
    await prepareClone(options.gitDir, config);
    return new HttpRepo(options);
  }

  fetch(refs: readonly RefName[]): Promise<Result<Refs, RepoFailure>> {
    refs.forEach(assertRefName);
    return this.#turns.take(() => this.#fetch(refs));
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

  push(ref: RefName, expected: CommitId | null, next: CommitId): Promise<PushOutcome> {
    assertRefName(ref);
    return this.#turns.take(() => this.#push(ref, expected, next));
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#turns.take(async () => undefined);
    this.#objects.close();
  }

  async #push(ref: RefName, expected: CommitId | null, next: CommitId): Promise<PushOutcome> {
    const wrong = await findRewind(this, ref, expected, next);
    if (wrong) return wrong;
    const [wire, gitDir] = [this.#wire, this.#gitDir];
    const outcome = await pushOverHttp(wire, this.#objects, ref, expected, next);
    // So that the next fetch knows it has this already.
    if (outcome.kind === 'pushed') await writeTracked(gitDir, ref, next);
    return outcome;
  }

  async #fetch(refs: readonly RefName[]): Promise<Result<Refs, RepoFailure>> {
    const [wire, gitDir] = [this.#wire, this.#gitDir];
    if (isMarkedDamaged(gitDir)) return this.#fetchAnew(refs);
    const fetched = await fetchOverHttp(wire, gitDir, this.#objects, refs);
    if (fetched.ok) await gather(this.#objects.store);
    if (fetched.ok && !(await arePresent(this.#objects, fetched.value.values()))) return this.#fetchAnew(refs);
    return fetched;
  }

  #open(gitDir: string): StoredObjects {
    return new StoredObjects(gitDir, (message) => markDamaged(gitDir, message));
  }

  /** The clone holds a torn object: a new one is filled beside it, and takes its place if that works. */
  async #fetchAnew(refs: readonly RefName[]): Promise<Result<Refs, RepoFailure>> {
    const [wire, gitDir] = [this.#wire, this.#gitDir];
    let fetched: Result<Refs, RepoFailure> | undefined;
    await replaceClone(gitDir, config, async (fresh) => {
      const objects = this.#open(fresh);
      fetched = await fetchOverHttp(wire, fresh, objects, refs);
      objects.close();
      return fetched.ok;
    });
    if (!fetched) throw new Error('a clone was not filled');
    if (fetched.ok) {
      this.#objects.close();
      this.#objects = this.#open(gitDir);
    }
    return fetched;
  }
}
