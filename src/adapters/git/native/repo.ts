import { join } from 'node:path';
import type { CommitId, ObjectId } from '../../../model/names.ts';
import type { Result } from '../../../model/result.ts';
import type { Commit, NewCommit, PushOutcome, RefName, Repo, RepoFailure, TreeEntry } from '../../../ports/repo.ts';
import { Damage } from '../object/damage.ts';
import { arePresent, type Objects, readBlobs, readCommit, readTree, writeCommit } from '../objects.ts';
import { objectsToSend, senderOf } from '../objects-to-send.ts';
import { findRewind } from '../rewind.ts';
import { prepareClone, replaceClone } from '../store/clone.ts';
import { gather } from '../store/gather.ts';
import { assertRefName } from '../store/ref-name.ts';
import { ObjectStore } from '../store/store.ts';
import { isMarkedDamaged, markDamaged, writeTracked } from '../store/tracking.ts';
import { Turns } from '../turns.ts';
import { CatFile } from './cat-file.ts';
import { fetchRefs } from './fetch.ts';
import { pushRef } from './push.ts';
import type { RemoteGit } from './remote-git.ts';
import { runGit } from './run-git.ts';

type Fetched = Result<ReadonlyMap<RefName, CommitId | null>, RepoFailure>;

export interface NativeRepoOptions {
  readonly gitDir: string;
  readonly config: string;
  readonly env: Readonly<Record<string, string>>;
  readonly remote: RemoteGit;
  /** For one answer of the reader, and for one question about history. */
  readonly readMs: number;
}

/** `Repo` by child processes of native Git, over a bare clone of our own. */
export class NativeRepo implements Repo {
  readonly #options: NativeRepoOptions;
  readonly #store: ObjectStore;
  readonly #objects: Objects;
  #reader: CatFile;
  /** One attempt with a new clone, until a fetch went well again: a remote that sends rubbish must not make us loop. */
  #mayReplace = true;

  /** Fetches and pushes; one of them may put another clone in this one's place. */
  readonly #turns = new Turns();

  constructor(options: NativeRepoOptions) {
    this.#options = options;
    this.#store = new ObjectStore(join(options.gitDir, 'objects'));
    this.#reader = this.#newReader();
    this.#objects = {
      read: (ids, bytesMax) => this.#reader.read(ids, bytesMax),
      write: (objects) => this.#store.write(objects),
    };
  }

  static async open(options: NativeRepoOptions): Promise<NativeRepo> {
    await prepareClone(options.gitDir, options.config);
    return new NativeRepo(options);
  }

  fetch(refs: readonly RefName[]): Promise<Fetched> {
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

  async isAncestor(ancestor: CommitId, descendant: CommitId): Promise<boolean> {
    const [older, newer] = [await this.commit(ancestor), await this.commit(descendant)];
    if (!older || !newer) return false;
    if (ancestor === descendant || newer.parents.includes(ancestor)) return true;
    const { gitDir, env, readMs } = this.#options;
    const args = [`--git-dir=${gitDir}`, 'merge-base', '--is-ancestor', '--end-of-options', ancestor, descendant];
    return (await runGit({ args, env, cwd: gitDir, deadlineMs: readMs })).code === 0;
  }

  write(commit: NewCommit): Promise<CommitId> {
    return writeCommit(this.#objects, commit);
  }

  push(ref: RefName, expected: CommitId | null, next: CommitId): Promise<PushOutcome> {
    assertRefName(ref);
    return this.#turns.take(() => this.#push(ref, expected, next));
  }

  async close(): Promise<void> {
    this.#options.remote.close();
    await this.#turns.take(async () => undefined);
    await this.#reader.close();
    this.#store.close();
  }

  async #push(ref: RefName, expected: CommitId | null, next: CommitId): Promise<PushOutcome> {
    const wrong = await findRewind(this, ref, expected, next);
    if (wrong) return wrong;
    const outcome = await pushRef(this.#options.remote, this.#options.gitDir, ref, expected, next);
    // So that the next fetch knows it has this already.
    if (outcome.kind === 'pushed') await writeTracked(this.#options.gitDir, ref, next);
    if (outcome.kind === 'ambiguous') await this.#examine(expected, next);
    return outcome;
  }

  async #fetch(refs: readonly RefName[]): Promise<Fetched> {
    if (isMarkedDamaged(this.#options.gitDir)) return this.#fetchAnew(refs);
    const fetched = await fetchRefs(this.#options.remote, this.#options.gitDir, refs);
    if (!fetched.ok && fetched.error.reason === 'corrupt' && this.#mayReplace) return this.#fetchAnew(refs);
    if (fetched.ok) await gather(this.#store);
    if (fetched.ok && !(await arePresent(this.#objects, fetched.value.values()))) return this.#fetchAnew(refs);
    this.#mayReplace ||= fetched.ok;
    return fetched;
  }

  /** A push may have failed because of a torn object here, which Git does not say; reading them all finds out. */
  async #examine(expected: CommitId | null, next: CommitId): Promise<void> {
    try {
      await objectsToSend(next, new Set(expected === null ? [] : [expected]), senderOf(this.#objects));
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      markDamaged(this.#options.gitDir, error.message);
    }
  }

  #newReader(): CatFile {
    const { gitDir, env, readMs } = this.#options;
    const damaged = () => markDamaged(gitDir, 'an object is torn');
    return new CatFile({ gitDir, env, deadlineMs: readMs }, damaged);
  }

  /** The clone holds a torn object: a new one is filled beside it, and takes its place if that works. */
  async #fetchAnew(refs: readonly RefName[]): Promise<Fetched> {
    const { gitDir, config, remote } = this.#options;
    this.#mayReplace = false;
    let fetched: Fetched | undefined;
    await this.#reader.close();
    await replaceClone(gitDir, config, async (fresh) => {
      fetched = await fetchRefs(remote, fresh, refs);
      return fetched.ok;
    });
    this.#store.close();
    this.#reader = this.#newReader();
    if (!fetched) throw new Error('a clone was not filled');
    this.#mayReplace ||= fetched.ok;
    return fetched;
  }
}
