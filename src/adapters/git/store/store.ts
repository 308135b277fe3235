import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ObjectId } from '../../../model/names.ts';
import type { GitObject, NamedObject } from '../object/id.ts';
import { existsAt, makeFolder, placeFile, readIfThere, syncFolder } from './files.ts';
import { loosePath, readLoose, writeLoose } from './loose.ts';
import { type BuiltPack, buildPack } from './pack-build.ts';
import { PackFolder } from './pack-folder.ts';
import { RecentObjects } from './recent-objects.ts';

/** From here on a write makes one pack instead of a file per object: one fsync instead of hundreds. */
const packFrom = 64;
/** Git follows five levels of borrowed object folders; so do we. */
const borrowDepthMax = 5;

/**
 * The objects of one repository on disk: loose files and packs, as Git lays them out. Reading is synchronous and
 * bounded, every object is hashed when read, and what is torn throws `Damage`. Nothing is ever removed.
 */
export class ObjectStore {
  readonly folder: string;
  readonly #bases = new RecentObjects();
  readonly #packs: readonly PackFolder[];

  /** `folder` is the repository's `objects`. */
  constructor(folder: string) {
    this.folder = folder;
    this.#packs = withBorrowed(folder).map((path) => new PackFolder(path));
  }

  /** `null`: not here. `'too-large'`: here, over `bytesMax`, not unpacked. */
  read(id: ObjectId, bytesMax: number): GitObject | 'too-large' | null {
    return this.#look(id, bytesMax) ?? (this.#rescan() ? this.#look(id, bytesMax) : null);
  }

  has(id: ObjectId): boolean {
    const here = () => this.#packs.some((packs) => packs.has(id) || existsAt(loosePath(packs.objects, id)));
    return here() || (this.#rescan() && here());
  }

  /** Durable when it resolves. */
  async write(objects: readonly NamedObject[]): Promise<void> {
    if (objects.length >= packFrom) return this.writePack(await buildPack(objects));
    const folders = await Promise.all(objects.map((object) => writeLoose(this.folder, object)));
    const changed = new Set(folders.filter((folder) => folder !== null));
    await Promise.all([...changed].map(syncFolder));
  }

  /** The pack first, its index last: a pack without an index is invisible, so nobody sees half of it. */
  async writePack(built: BuiltPack): Promise<void> {
    const folder = join(this.folder, 'pack');
    await makeFolder(folder);
    await placeFile(join(folder, `${built.name}.pack`), built.pack, { mode: 0o444 });
    await placeFile(join(folder, `${built.name}.idx`), built.index, { mode: 0o444 });
    await syncFolder(folder);
  }

  /** Ids of the objects that lie in files of their own, at most `max` of them. */
  async looseIds(max: number): Promise<ObjectId[]> {
    const ids: ObjectId[] = [];
    for (let first = 0; first < 256 && ids.length < max; first++) {
      const prefix = first.toString(16).padStart(2, '0');
      const path = join(this.folder, prefix);
      if (!existsAt(path)) continue;
      for (const rest of await readdir(path)) if (/^[0-9a-f]{38}$/.test(rest)) ids.push(prefix + rest);
    }
    return ids.slice(0, max);
  }

  close(): void {
    for (const packs of this.#packs) packs.close();
  }

  #look(id: ObjectId, bytesMax: number): GitObject | 'too-large' | null {
    for (const packs of this.#packs) {
      const found =
        packs.read(id, bytesMax, this.#bases, (base) => wholeOrNull(this.#look(base, bytesMax))) ??
        readLoose(packs.objects, id, bytesMax);
      if (found !== null) return found;
    }
    return null;
  }

  #rescan(): boolean {
    // Every folder is asked, so no shortcut with `some`.
    return this.#packs.map((packs) => packs.rescan()).includes(true);
  }
}

const wholeOrNull = (found: GitObject | 'too-large' | null): GitObject | null => (found === 'too-large' ? null : found);

/** The folder itself and those it borrows from (Git: objects/info/alternates). */
function withBorrowed(folder: string, depth = 0): string[] {
  const folders = [folder];
  const list = depth < borrowDepthMax ? readIfThere(join(folder, 'info/alternates')) : null;
  for (const line of list?.toString('utf8').split('\n') ?? []) {
    if (line === '' || line.startsWith('#')) continue;
    const path = resolve(folder, line);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) folders.push(...withBorrowed(path, depth + 1));
  }
  return [...new Set(folders)];
}
