import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ObjectId } from '../../../model/names.ts';
import { type GitLimits, structureBytesMax } from '../limits.ts';
import { Damage, Oversize } from '../object/damage.ts';
import { type GitObject, hashing, type NamedObject, type ObjectKind } from '../object/id.ts';
import { references } from '../object/references.ts';
import { slices } from '../object/slices.ts';
import { breather, unhurried } from '../store/breathe.ts';
import { inflateFront } from '../store/inflate.ts';
import type { BuiltPack } from '../store/pack-build.ts';
import { applyingDelta, deltaResultSize, readEntryHead } from '../store/pack-entry.ts';
import { encodingPackIndex, type IndexEntry } from '../store/pack-index.ts';

/** Where an entry lies, and what it is built on when it is a delta. */
interface Entry {
  readonly offset: number;
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly kind: ObjectKind | 'delta';
}

export interface CheckedPack extends BuiltPack {
  readonly count: number;
  /** The objects themselves, where there are at most `keepMax` and they are small. */
  readonly objects: readonly NamedObject[] | null;
}

/** Bases that are held in memory while a chain of deltas is built, as a multiple of the largest object allowed. */
const chainOfLargest = 8;

/** More than this is not worth being kept apart from its pack. */
const keptBytesMax = 4 * 1024 * 1024;

/**
 * Unpacks, builds and hashes every object of a pack that came from somewhere else, within the limits, before anything of
 * it touches the disk; checks folders and commits as `git fsck` would; and checks that everything they name is in the
 * pack or `known`. Throws `Damage` or `Oversize`.
 */
export async function checkPack(
  pack: Buffer,
  limits: GitLimits,
  known: (id: ObjectId) => boolean,
  keepMax: number,
): Promise<CheckedPack> {
  const sum = await checkFrame(pack);
  const check = new PackCheck(pack, limits, pack.readUInt32BE(8) <= keepMax);
  await check.scan();
  await check.build();
  await check.close(known);
  return {
    name: `pack-${sum.toString('hex')}`,
    pack,
    index: await unhurried(encodingPackIndex(check.index, sum)),
    count: check.index.length,
    objects: check.kept,
  };
}

async function checkFrame(pack: Buffer): Promise<Buffer> {
  if (pack.length < 32 || pack.toString('latin1', 0, 4) !== 'PACK') throw new Damage('the answer holds no pack');
  if (pack.readUInt32BE(4) !== 2) throw new Damage('the pack is of an unknown version');
  const sum = pack.subarray(pack.length - 20);
  const hash = createHash('sha1');
  await unhurried(slices(pack.subarray(0, -20), (slice) => hash.update(slice)));
  if (!hash.digest().equals(sum)) throw new Damage('the pack is not what its sum says');
  return sum;
}

class PackCheck {
  readonly index: IndexEntry[] = [];
  kept: NamedObject[] | null;
  readonly #pack: Buffer;
  readonly #limits: GitLimits;
  readonly #entries = new Map<number, Entry>();
  readonly #onOffset = new Map<number, Entry[]>();
  readonly #onId = new Map<ObjectId, Entry[]>();
  readonly #ids = new Set<ObjectId>();
  readonly #named = new Set<ObjectId>();
  readonly #breathe = breather();
  #inflated = 0;
  #keptBytes = 0;

  constructor(pack: Buffer, limits: GitLimits, keep: boolean) {
    this.#pack = pack;
    this.#limits = limits;
    this.kept = keep ? [] : null;
  }

  /** Finds where each entry begins and ends; the only way is to unpack it. */
  async scan(): Promise<void> {
    const count = this.#pack.readUInt32BE(8);
    if (count > this.#limits.objectsMax)
      throw new Oversize(`the pack holds more than ${this.#limits.objectsMax} objects`);
    const end = this.#pack.length - 20;
    let at = 12;
    for (let i = 0; i < count; i++) {
      if (at >= end) throw new Damage('the pack holds fewer objects than it says');
      at = await this.#scanEntry(at, end);
      await this.#breathe();
    }
    if (at !== end) throw new Damage('the pack holds more than it says');
  }

  /** Builds everything that is not a delta, and on top of each all that is built on it. */
  async build(): Promise<void> {
    for (const entry of this.#entries.values()) {
      if (entry.kind !== 'delta') {
        await this.#buildOn({ kind: entry.kind, content: await this.#unpack(entry) }, entry);
      }
      await this.#breathe();
    }
    if (this.index.length !== this.#entries.size) throw new Damage('a delta in the pack has no base in it');
  }

  async close(known: (id: ObjectId) => boolean): Promise<void> {
    for (const id of this.#named) {
      await this.#breathe();
      if (!this.#ids.has(id) && !known(id)) throw new Damage(`the object ${id} is named but missing`);
    }
  }

  async #scanEntry(at: number, end: number): Promise<number> {
    const head = readEntryHead(this.#pack, at);
    this.#account(head.size);
    const { taken } = await inflateFront(this.#pack.subarray(head.start, end), head.size);
    const isDelta = head.kind === 'near-delta' || head.kind === 'named-delta';
    const kind = isDelta ? 'delta' : head.kind;
    const entry: Entry = { offset: at, start: head.start, end: head.start + taken, size: head.size, kind };
    this.#entries.set(at, entry);
    if (head.kind === 'near-delta') append(this.#onOffset, at - head.distance, entry);
    if (head.kind === 'named-delta') append(this.#onId, head.base, entry);
    return entry.end;
  }

  /** Depth first with a stack of our own: a chain may be longer than the call stack, but not than the memory allowed. */
  async #buildOn(base: GitObject, entry: Entry): Promise<void> {
    const stack = [{ object: base, waiting: await this.#take(base, entry) }];
    let held = base.content.length;
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.waiting.pop();
      if (!next) {
        held -= top.object.content.length;
        stack.pop();
        continue;
      }
      const delta = await this.#unpack(next);
      this.#account(deltaResultSize(delta));
      const content = await unhurried(applyingDelta(top.object.content, delta), this.#breathe);
      const object: GitObject = { kind: top.object.kind, content };
      held += object.content.length;
      if (held > this.#limits.objectBytesMax * chainOfLargest)
        throw new Oversize('deltas in the pack need too much memory');
      stack.push({ object, waiting: await this.#take(object, next) });
      await this.#breathe();
    }
  }

  /** Notes an object that is now built; returns the deltas that wait for it. */
  async #take(object: GitObject, entry: Entry): Promise<Entry[]> {
    // Larger ones could not be read back as what they are.
    if (object.kind !== 'blob' && object.content.length > structureBytesMax) {
      throw new Oversize(`a folder or commit is larger than ${structureBytesMax} bytes`);
    }
    const id = await unhurried(hashing(object.kind, object.content), this.#breathe);
    let crc = 0;
    const sum = (slice: Uint8Array) => {
      crc = crc32(slice, crc);
    };
    await unhurried(slices(this.#pack.subarray(entry.offset, entry.end), sum), this.#breathe);
    this.index.push({ id, offset: entry.offset, crc });
    this.#ids.add(id);
    this.#keep({ ...object, id });
    for (const named of await unhurried(references(object), this.#breathe)) this.#named.add(named);
    const waiting = [...(this.#onOffset.get(entry.offset) ?? []), ...(this.#onId.get(id) ?? [])];
    // The same object may stand in a pack twice; what waits for it by name is built once.
    this.#onId.delete(id);
    return waiting;
  }

  #keep(object: NamedObject): void {
    this.#keptBytes += object.content.length;
    if (this.#keptBytes > keptBytesMax) this.kept = null;
    this.kept?.push(object);
  }

  async #unpack(entry: Entry): Promise<Buffer> {
    return (await inflateFront(this.#pack.subarray(entry.start, entry.end), entry.size)).content;
  }

  #account(size: number): void {
    if (size > this.#limits.objectBytesMax) {
      throw new Oversize(`an object is larger than ${this.#limits.objectBytesMax} bytes`);
    }
    this.#inflated += size;
    if (this.#inflated > this.#limits.inflatedBytesMax) {
      throw new Oversize(`the pack unpacks to more than ${this.#limits.inflatedBytesMax} bytes`);
    }
  }
}

function append<K>(map: Map<K, Entry[]>, key: K, entry: Entry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}
