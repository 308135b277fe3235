import type { CommitId, ObjectId } from '../../../model/names.ts';
import { Damage } from '../object/damage.ts';
import { folderMode, submoduleMode } from '../object/tree.ts';
import { readCommit, readFolder } from '../objects.ts';
import { breather } from '../store/breathe.ts';
import type { StoredObjects } from './stored-objects.ts';

const rememberedMax = 200_000;

/**
 * Checks, in a repository that others write to, that a commit's whole tree is there before anybody acts on it: folders
 * are read and hashed, files must exist (they are hashed when read). What was checked once is not entered again, so the
 * work follows what changed. History before the tip is not walked.
 */
export class CompleteTips {
  readonly #objects: StoredObjects;
  readonly #checked = new Set<ObjectId>();

  constructor(objects: StoredObjects) {
    this.#objects = objects;
  }

  /** Throws `Damage`. */
  async check(id: CommitId): Promise<void> {
    if (this.#checked.has(id)) return;
    const commit = await readCommit(this.#objects, id);
    if (commit === null) throw new Damage(`the commit ${id} is missing or torn`);
    const breathe = breather();
    const open = [commit.tree];
    const seen: ObjectId[] = [id];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
      if (this.#checked.has(folder)) continue;
      const entries = await readFolder(this.#objects, folder);
      if (entries === null) throw new Damage(`the folder ${folder} is missing or torn`);
      seen.push(folder);
      for (const entry of entries) {
        if (entry.mode === folderMode) open.push(entry.id);
        else if (entry.mode !== submoduleMode && !this.#objects.store.has(entry.id)) {
          throw new Damage(`the file ${entry.id} is missing`);
        }
        await breathe();
      }
    }
    if (this.#checked.size > rememberedMax) this.#checked.clear();
    for (const checked of seen) this.#checked.add(checked);
  }
}
