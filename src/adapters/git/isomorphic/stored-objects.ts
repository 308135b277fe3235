import { join } from 'node:path';
import type { CommitId, ObjectId } from '../../../model/names.ts';
import { Damage } from '../object/damage.ts';
import type { GitObject, NamedObject } from '../object/id.ts';
import { type Objects, readCommit } from '../objects.ts';
import { breather } from '../store/breathe.ts';
import { ObjectStore } from '../store/store.ts';

const parentsMax = 100_000;

/** `Objects` over a store on disk. A torn object reads as missing and is reported, once. */
export class StoredObjects implements Objects {
  readonly store: ObjectStore;
  readonly #damaged: (message: string) => void;
  /** Parents never change, and questions about history come again and again. */
  readonly #parents = new Map<CommitId, readonly CommitId[]>();

  constructor(gitDir: string, damaged: (message: string) => void) {
    this.store = new ObjectStore(join(gitDir, 'objects'));
    this.#damaged = damaged;
  }

  async read(ids: readonly ObjectId[], bytesMax: number): Promise<readonly (GitObject | 'too-large' | null)[]> {
    const breathe = breather();
    const found: (GitObject | 'too-large' | null)[] = [];
    for (const id of ids) {
      found.push(this.#readOne(id, bytesMax));
      await breathe();
    }
    return found;
  }

  write(objects: readonly NamedObject[]): Promise<void> {
    return this.store.write(objects);
  }

  /** `null`: no such commit here. */
  async parents(id: CommitId): Promise<readonly CommitId[] | null> {
    const known = this.#parents.get(id);
    if (known) return known;
    const parents = (await readCommit(this, id))?.parents ?? null;
    if (this.#parents.size >= parentsMax) this.#parents.clear();
    if (parents) this.#parents.set(id, parents);
    return parents;
  }

  close(): void {
    this.store.close();
  }

  #readOne(id: ObjectId, bytesMax: number): GitObject | 'too-large' | null {
    try {
      return this.store.read(id, bytesMax);
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      this.#damaged(error.message);
      return null;
    }
  }
}
