import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectId } from '../../../model/names.ts';
import type { GitObject } from '../object/id.ts';
import { isAbsent } from './files.ts';
import { PackFile, type ReadElsewhere } from './pack-file.ts';
import type { RecentObjects } from './recent-objects.ts';

/** A folder's time stamp is coarse: a change within this time after a scan could leave it as it was. */
const stampDoubtMs = 1_000;
/** File handles kept open at one time; beyond, all are closed and opened again as needed. */
const openMax = 64;

/** The packs of one object folder. Other processes add and remove packs while we read. */
export class PackFolder {
  readonly objects: string;
  #packs: readonly PackFile[] = [];
  /** -1: never scanned. */
  #stamp = -1;
  #scannedAt = 0;
  readonly #opened = new Set<PackFile>();

  constructor(objects: string) {
    this.objects = objects;
  }

  has(id: ObjectId): boolean {
    return this.#known().some((pack) => pack.has(id));
  }

  read(id: ObjectId, bytesMax: number, bases: RecentObjects, elsewhere: ReadElsewhere): GitObject | 'too-large' | null {
    for (const pack of this.#known()) {
      if (!pack.has(id)) continue;
      this.#noteOpen(pack);
      const found = pack.read(id, bytesMax, bases, elsewhere);
      if (found !== null) return found;
    }
    return null;
  }

  /** Looks which packs there are now; false where nothing can have changed since the last look. */
  rescan(): boolean {
    const folder = join(this.objects, 'pack');
    const stamp = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (stamp === this.#stamp && this.#scannedAt - stamp > stampDoubtMs) return false;
    this.#scannedAt = Date.now();
    this.#stamp = stamp;
    const known = new Map(this.#packs.map((pack) => [pack.stem, pack]));
    const packs: PackFile[] = [];
    for (const name of listFolder(folder)) {
      if (!name.endsWith('.idx')) continue;
      const stem = join(folder, name.slice(0, -'.idx'.length));
      const pack = known.get(stem) ?? PackFile.open(stem);
      known.delete(stem);
      if (pack) packs.push(pack);
    }
    for (const gone of known.values()) this.#forget(gone);
    this.#packs = packs;
    return true;
  }

  close(): void {
    for (const pack of this.#opened) pack.close();
    this.#opened.clear();
  }

  #known(): readonly PackFile[] {
    if (this.#stamp === -1) this.rescan();
    return this.#packs;
  }

  #noteOpen(pack: PackFile): void {
    if (!this.#opened.has(pack) && this.#opened.size >= openMax) this.close();
    this.#opened.add(pack);
  }

  #forget(pack: PackFile): void {
    pack.close();
    this.#opened.delete(pack);
  }
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}
