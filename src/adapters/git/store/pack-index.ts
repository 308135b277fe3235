import { createHash } from 'node:crypto';
import type { ObjectId } from '../../../model/names.ts';
import { finish, type Steps } from '../../../model/steps.ts';
import { Damage } from '../object/damage.ts';
import { joining, slices } from '../object/slices.ts';

/** Where one object lies in a pack. `crc` is of its bytes as they stand there, head included. */
export interface IndexEntry {
  readonly id: ObjectId;
  readonly offset: number;
  readonly crc: number;
}

const magic = Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]);
const fanoutAt = magic.length;
const idsAt = fanoutAt + 256 * 4;
/** Offsets from here on stand in a second table of eight bytes each. */
const largeOffset = 0x80000000;

/** Version 2 of Git's pack index (gitformat-pack). */
export const encodePackIndex = (entries: readonly IndexEntry[], packSum: Buffer): Buffer =>
  finish(encodingPackIndex(entries, packSum));

export function* encodingPackIndex(entries: readonly IndexEntry[], packSum: Buffer): Steps<Buffer> {
  const count = entries.length;
  const table = Buffer.alloc(idsAt + count * 28);
  magic.copy(table);
  const large: Buffer[] = [];
  let row = 0;
  for (const [first, bucket] of (yield* byFirstByte(entries)).entries()) {
    for (const entry of bucket.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
      table.write(entry.id, idsAt + row * 20, 'hex');
      table.writeUInt32BE(entry.crc, idsAt + count * 20 + row * 4);
      let offset = entry.offset;
      if (offset >= largeOffset) {
        const wide = Buffer.alloc(8);
        wide.writeBigUInt64BE(BigInt(offset));
        offset = largeOffset + large.length;
        large.push(wide);
      }
      table.writeUInt32BE(offset, idsAt + count * 24 + row * 4);
      row++;
    }
    table.writeUInt32BE(row, fanoutAt + first * 4);
    yield;
  }
  const body = [table, ...large, packSum];
  const hash = createHash('sha1');
  for (const part of body) yield* slices(part, (slice) => hash.update(slice));
  return yield* joining([...body, hash.digest()]);
}

/** Ids are spread evenly, so each part is quickly sorted, however many there are. */
function* byFirstByte(entries: readonly IndexEntry[]): Steps<IndexEntry[][]> {
  const buckets: IndexEntry[][] = Array.from({ length: 256 }, () => []);
  for (const [i, entry] of entries.entries()) {
    buckets[Number.parseInt(entry.id.slice(0, 2), 16)]?.push(entry);
    if (i % 4096 === 4095) yield;
  }
  return buckets;
}

/** A pack index as read from disk: id → offset by binary search in the bytes themselves. */
export class PackIndex {
  readonly count: number;
  readonly #bytes: Buffer;
  #sortedOffsets: Float64Array | undefined;

  constructor(bytes: Buffer) {
    if (bytes.length < idsAt + 40 || !bytes.subarray(0, magic.length).equals(magic)) {
      throw new Damage('a pack index is not of version 2');
    }
    this.#bytes = bytes;
    this.count = bytes.readUInt32BE(fanoutAt + 255 * 4);
    if (bytes.length < idsAt + this.count * 28 + 40) throw new Damage('a pack index is cut off');
  }

  idAt(i: number): ObjectId {
    return this.#bytes.toString('hex', idsAt + i * 20, idsAt + i * 20 + 20);
  }

  /** `null`: not in this pack. */
  find(id: ObjectId): number | null {
    const wanted = Buffer.from(id, 'hex');
    const first = wanted.readUInt8(0);
    let low = first === 0 ? 0 : this.#bytes.readUInt32BE(fanoutAt + (first - 1) * 4);
    let high = this.#bytes.readUInt32BE(fanoutAt + first * 4);
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = idsAt + middle * 20;
      const order = this.#bytes.compare(wanted, 0, 20, at, at + 20);
      if (order === 0) return this.#offsetAt(middle);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return null;
  }

  /** Where the next object begins, or `packEnd`: the object at `offset` ends there. */
  endOf(offset: number, packEnd: number): number {
    this.#sortedOffsets ??= this.#sortOffsets();
    const offsets = this.#sortedOffsets;
    let low = 0;
    let high = offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((offsets[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offsets[low] ?? packEnd;
  }

  #sortOffsets(): Float64Array {
    const offsets = new Float64Array(this.count);
    for (let i = 0; i < this.count; i++) offsets[i] = this.#offsetAt(i);
    return offsets.sort();
  }

  #offsetAt(i: number): number {
    const short = this.#bytes.readUInt32BE(idsAt + this.count * 24 + i * 4);
    if (short < largeOffset) return short;
    const at = idsAt + this.count * 28 + (short - largeOffset) * 8;
    if (at + 8 > this.#bytes.length - 40) throw new Damage('a pack index points outside itself');
    return Number(this.#bytes.readBigUInt64BE(at));
  }
}
