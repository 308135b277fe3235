import { createHash } from 'node:crypto';
import type { ObjectId } from '../../../model/names.ts';
import { Damage } from '../object/damage.ts';

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
export function encodePackIndex(entries: readonly IndexEntry[], packSum: Buffer): Buffer {
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const count = sorted.length;
  const table = Buffer.alloc(idsAt + count * 28);
  magic.copy(table);
  const large: Buffer[] = [];
  const counts = new Uint32Array(256);
  sorted.forEach((entry, i) => {
    const at = idsAt + i * 20;
    table.write(entry.id, at, 'hex');
    counts[table.readUInt8(at)] = i + 1;
    table.writeUInt32BE(entry.crc, idsAt + count * 20 + i * 4);
    let offset = entry.offset;
    if (offset >= largeOffset) {
      const wide = Buffer.alloc(8);
      wide.writeBigUInt64BE(BigInt(offset));
      offset = largeOffset + large.length;
      large.push(wide);
    }
    table.writeUInt32BE(offset, idsAt + count * 24 + i * 4);
  });
  let below = 0;
  for (let first = 0; first < 256; first++) {
    below = Math.max(below, counts[first] ?? 0);
    table.writeUInt32BE(below, fanoutAt + first * 4);
  }
  const body = Buffer.concat([table, ...large, packSum]);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
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
