import { closeSync, fstatSync, openSync } from 'node:fs';
import type { ObjectId } from '../../../model/names.ts';
import { Damage } from '../object/damage.ts';
import { type GitObject, idOf, type ObjectKind } from '../object/id.ts';
import { isAbsent, readAt, readIfThere } from './files.ts';
import { inflateExactly } from './inflate.ts';
import { applyDelta, deltaResultSize, type EntryHead, readEntryHead } from './pack-entry.ts';
import { PackIndex } from './pack-index.ts';
import type { RecentObjects } from './recent-objects.ts';

/** Git makes chains of at most 4095 deltas; a longer one is not followed. */
const deltasMax = 4096;

/** A small object may be a delta on a large one; a base beyond this is not unpacked. */
const baseBytesMax = 16 * 1024 * 1024;

/** Where a delta chain is looked up when its base is named and not in this pack. */
export type ReadElsewhere = (id: ObjectId) => GitObject | null;

/** One pack and its index. The file is opened at the first read and stays readable when somebody deletes it. */
export class PackFile {
  /** Path without `.pack`. */
  readonly stem: string;
  readonly #index: PackIndex;
  #handle: number | undefined;
  #end = 0;

  constructor(stem: string, index: PackIndex) {
    this.stem = stem;
    this.#index = index;
  }

  /** `null`: its index has gone. */
  static open(stem: string): PackFile | null {
    const bytes = readIfThere(`${stem}.idx`);
    return bytes === null ? null : new PackFile(stem, new PackIndex(bytes));
  }

  get count(): number {
    return this.#index.count;
  }

  ids(): ObjectId[] {
    return Array.from({ length: this.#index.count }, (_, i) => this.#index.idAt(i));
  }

  has(id: ObjectId): boolean {
    return this.#index.find(id) !== null;
  }

  /** `null`: not here, or the pack's file has gone since. Every object is hashed, since Git's packs are not on reading. */
  read(id: ObjectId, bytesMax: number, bases: RecentObjects, elsewhere: ReadElsewhere): GitObject | 'too-large' | null {
    const offset = this.#index.find(id);
    if (offset === null || !this.#open()) return null;
    const object = this.#resolve(offset, bytesMax, bases, elsewhere);
    if (object !== 'too-large' && idOf(object.kind, object.content) !== id) {
      throw new Damage(`object ${id} is not what its name says`);
    }
    return object;
  }

  close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }

  #open(): boolean {
    if (this.#handle !== undefined) return true;
    try {
      this.#handle = openSync(`${this.stem}.pack`, 'r');
    } catch (error) {
      if (isAbsent(error)) return false;
      throw error;
    }
    // The last 20 bytes are the pack's own sum.
    this.#end = fstatSync(this.#handle).size - 20;
    return true;
  }

  /** Goes down the chain to a whole object, collecting deltas, and builds upwards. Sizes are known before building. */
  #resolve(offset: number, bytesMax: number, bases: RecentObjects, elsewhere: ReadElsewhere): GitObject | 'too-large' {
    const deltas: { offset: number; delta: Buffer }[] = [];
    let at = offset;
    let base = bases.get(this, at);
    if (base && base.content.length > bytesMax) return 'too-large';
    while (!base) {
      const { head, packed } = this.#entry(at);
      // Only the object that was asked for is held to what was asked; what it is built on has a limit of its own.
      const sizeMax = deltas.length === 0 ? bytesMax : Math.max(bytesMax, baseBytesMax);
      if (head.size > sizeMax) return 'too-large';
      const content = inflateExactly(packed, head.size);
      if (head.kind !== 'near-delta' && head.kind !== 'named-delta') {
        base = { kind: head.kind, content };
        bases.put(this, at, base);
        break;
      }
      if (deltaResultSize(content) > sizeMax) return 'too-large';
      deltas.push({ offset: at, delta: content });
      if (deltas.length > deltasMax) throw new Damage('a chain of deltas does not end');
      const next = this.#baseOffset(head, at);
      if (next === null && head.kind === 'named-delta') base = elsewhere(head.base) ?? undefined;
      if (next === null && !base) throw new Damage('a delta has no base');
      at = next ?? at;
      if (next !== null) base = bases.get(this, at);
    }
    return this.#build(base, deltas, bases);
  }

  #build(base: GitObject, deltas: { offset: number; delta: Buffer }[], bases: RecentObjects): GitObject {
    const kind: ObjectKind = base.kind;
    let content = base.content;
    for (const { offset, delta } of deltas.reverse()) {
      content = applyDelta(content, delta);
      bases.put(this, offset, { kind, content });
    }
    return { kind, content };
  }

  #baseOffset(head: EntryHead, at: number): number | null {
    if (head.kind === 'named-delta') return this.#index.find(head.base);
    if (head.kind !== 'near-delta') return null;
    if (head.distance <= 0 || head.distance > at) throw new Damage('a delta points outside its pack');
    return at - head.distance;
  }

  #entry(offset: number): { head: EntryHead; packed: Buffer } {
    const end = this.#index.endOf(offset, this.#end);
    if (this.#handle === undefined || end <= offset) throw new Damage('a pack index points outside its pack');
    const bytes = readAt(this.#handle, offset, end - offset);
    const head = readEntryHead(bytes, 0);
    return { head, packed: bytes.subarray(head.start) };
  }
}
