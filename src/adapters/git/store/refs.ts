import { statSync } from 'node:fs';
import { readdir, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ObjectId } from '../../../model/names.ts';
import { Damage } from '../object/damage.ts';
import { objectIdPattern } from '../object/id.ts';
import { hasCode, makeFolder, readIfThere, syncFolder } from './files.ts';
import { PackedRefs } from './packed-refs.ts';
import type { LockedRef, RefLock } from './ref-lock.ts';

export type Moved =
  | { readonly kind: 'moved' }
  | { readonly kind: 'stale'; readonly actual: ObjectId | null }
  /** Somebody else's lock stayed. */
  | { readonly kind: 'locked' }
  /** A ref with that name cannot be: another one is in the way, or it points to another. */
  | { readonly kind: 'blocked'; readonly message: string };

const symbolicDepthMax = 5;

/** The refs of one repository on disk, loose and packed, moved the way Git itself does. */
export class RefFiles {
  readonly #folder: string;
  #packed: { stamp: string; refs: PackedRefs } | undefined;

  /** `folder` is the repository's Git folder. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * `null`: there is no such ref. A file that holds neither an id nor a name is damage: taking the packed value instead
   * would go back in time without a word.
   */
  read(ref: string, depth = 0): ObjectId | null {
    const text = readIfThere(join(this.#folder, ref))?.toString('latin1').trim();
    if (text === undefined) return this.#readPacked().get(ref);
    if (objectIdPattern.test(text)) return text;
    const target = /^ref: (refs\/\S+)$/.exec(text)?.[1];
    if (target === undefined || depth >= symbolicDepthMax) throw new Damage(`the file of ${ref} is torn`);
    return this.read(target, depth + 1);
  }

  isSymbolic(ref: string): boolean {
    return readIfThere(join(this.#folder, ref))?.toString('latin1').startsWith('ref:') ?? false;
  }

  /** Compare and swap under Git's own `<ref>.lock`, so that people who push here and we exclude each other. */
  async move(ref: string, expected: ObjectId | null, next: ObjectId, lock: RefLock): Promise<Moved> {
    const path = join(this.#folder, ref);
    const inTheWay = this.#findInTheWay(ref);
    if (inTheWay !== null) return { kind: 'blocked', message: `the ref ${inTheWay} is in the way` };
    const held = await lock.take(path, Buffer.from(`${next}\n`), () => this.#makeFolderOf(path));
    if (held === null) return { kind: 'locked' };
    try {
      const actual = this.read(ref);
      if (actual !== expected) return { kind: 'stale', actual };
      if (this.isSymbolic(ref)) return { kind: 'blocked', message: `${ref} points to another ref` };
      if (!(await place(held, path))) return { kind: 'blocked', message: `there are refs below ${ref}` };
      return { kind: 'moved' };
    } finally {
      await held.release();
    }
  }

  async #makeFolderOf(path: string): Promise<void> {
    await makeFolder(dirname(path));
  }

  /** A ref cannot be both a name and a folder of names. */
  #findInTheWay(ref: string): string | null {
    const names = ref.split('/');
    for (let length = 3; length < names.length; length++) {
      const above = names.slice(0, length).join('/');
      if (this.read(above) !== null) return above;
    }
    return this.#readPacked().below(ref);
  }

  #readPacked(): PackedRefs {
    const path = join(this.#folder, 'packed-refs');
    const status = statSync(path, { throwIfNoEntry: false });
    const stamp = status ? `${status.ino} ${status.size} ${status.mtimeMs}` : 'absent';
    if (this.#packed?.stamp === stamp) return this.#packed.refs;
    const refs = new PackedRefs(readIfThere(path) ?? Buffer.alloc(0));
    this.#packed = { stamp, refs };
    return refs;
  }
}

/** False where other refs have this one's name as their folder. */
async function place(held: LockedRef, path: string): Promise<boolean> {
  try {
    await held.place();
  } catch (error) {
    if (!hasCode(error, 'EISDIR') && !hasCode(error, 'ENOTEMPTY') && !hasCode(error, 'EEXIST')) throw error;
    // Git leaves empty folders behind where refs with longer names were, and removes them when they are in the way.
    if (!(await removeEmptyFolders(path))) return false;
    await held.place();
  }
  await syncFolder(dirname(path));
  return true;
}

async function removeEmptyFolders(path: string): Promise<boolean> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (!entry.isDirectory() || !(await removeEmptyFolders(join(path, entry.name)))) return false;
  }
  await rmdir(path);
  return true;
}
