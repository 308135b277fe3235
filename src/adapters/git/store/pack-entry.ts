import type { ObjectId } from '../../../model/names.ts';
import { finish, type Steps } from '../../../model/steps.ts';
import { Damage } from '../object/damage.ts';
import type { ObjectKind } from '../object/id.ts';

/** How one object begins inside a pack (Git: gitformat-pack). */
export type EntryHead =
  | { readonly kind: ObjectKind; readonly size: number; readonly start: number }
  /** `size` is that of the delta, not of the object. The base lies `distance` bytes earlier in the same pack. */
  | { readonly kind: 'near-delta'; readonly distance: number; readonly size: number; readonly start: number }
  | { readonly kind: 'named-delta'; readonly base: ObjectId; readonly size: number; readonly start: number };

const kinds: Readonly<Record<number, ObjectKind>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' };
export const kindNumber: Readonly<Record<ObjectKind, number>> = { commit: 1, tree: 2, blob: 3, tag: 4 };

/** Longest head: a size in ten bytes and the base's id. Reading this many bytes always suffices. */
export const headBytesMax = 32;

const byteAt = (bytes: Buffer, at: number): number => {
  const byte = bytes[at];
  if (byte === undefined) throw new Damage('a pack ends inside an object');
  return byte;
};

export function readEntryHead(bytes: Buffer, at: number): EntryHead {
  let position = at;
  let byte = byteAt(bytes, position++);
  const type = (byte >> 4) & 7;
  let size = byte & 15;
  let scale = 16;
  while (byte & 0x80) {
    byte = byteAt(bytes, position++);
    size += (byte & 0x7f) * scale;
    scale *= 128;
    if (size > Number.MAX_SAFE_INTEGER) throw new Damage('a pack names an impossible size');
  }
  const kind = kinds[type];
  if (kind) return { kind, size, start: position };
  if (type === 7) {
    if (position + 20 > bytes.length) throw new Damage('a pack ends inside an object');
    return { kind: 'named-delta', base: bytes.toString('hex', position, position + 20), size, start: position + 20 };
  }
  if (type !== 6) throw new Damage('a pack holds an object of no known kind');
  byte = byteAt(bytes, position++);
  let distance = byte & 0x7f;
  while (byte & 0x80) {
    byte = byteAt(bytes, position++);
    distance = (distance + 1) * 128 + (byte & 0x7f);
    if (distance > Number.MAX_SAFE_INTEGER) throw new Damage('a pack names an impossible place');
  }
  return { kind: 'near-delta', distance, size, start: position };
}

export function writeEntryHead(kind: ObjectKind, size: number): Buffer {
  const bytes: number[] = [];
  let rest = Math.floor(size / 16);
  let byte = (kindNumber[kind] << 4) | (size % 16);
  while (rest > 0) {
    bytes.push(byte | 0x80);
    byte = rest % 128;
    rest = Math.floor(rest / 128);
  }
  bytes.push(byte);
  return Buffer.from(bytes);
}

/** The size in the front of a delta: first of the base, then of the result. */
function readSize(delta: Buffer, at: number): { size: number; next: number } {
  let size = 0;
  let scale = 1;
  let position = at;
  for (;;) {
    const byte = byteAt(delta, position++);
    size += (byte & 0x7f) * scale;
    if (!(byte & 0x80)) return { size, next: position };
    scale *= 128;
    if (scale > Number.MAX_SAFE_INTEGER) throw new Damage('a delta names an impossible size');
  }
}

/** How large the object will be; known before anything is built. */
export const deltaResultSize = (delta: Buffer): number => readSize(delta, readSize(delta, 0).next).size;

/** Callers have limits of their own, far below; this one only keeps a torn size from being asked of the memory. */
const resultBytesMax = 1024 * 1024 * 1024;

/** Builds the object. Every copy and insert is checked against what the delta announced. */
export const applyDelta = (base: Buffer, delta: Buffer): Buffer => finish(applyingDelta(base, delta));

/** Commands between two steps. */
const stride = 4096;

export function* applyingDelta(base: Buffer, delta: Buffer): Steps<Buffer> {
  const from = readSize(delta, 0);
  const to = readSize(delta, from.next);
  if (to.size > resultBytesMax) throw new Damage('a delta announces an impossible size');
  if (from.size !== base.length) throw new Damage('a delta was made for another base');
  const result = Buffer.allocUnsafe(to.size);
  let at = to.next;
  let filled = 0;
  for (let commands = 1; at < delta.length; commands++) {
    if (commands % stride === 0) yield;
    const command = byteAt(delta, at++);
    if (command & 0x80) {
      let offset = 0;
      let size = 0;
      for (let i = 0; i < 4; i++) if (command & (1 << i)) offset += byteAt(delta, at++) * 2 ** (8 * i);
      for (let i = 0; i < 3; i++) if (command & (16 << i)) size += byteAt(delta, at++) * 2 ** (8 * i);
      if (size === 0) size = 0x10000;
      if (offset + size > base.length || filled + size > result.length) throw new Damage('a delta copies too far');
      base.copy(result, filled, offset, offset + size);
      filled += size;
    } else {
      if (command === 0 || at + command > delta.length || filled + command > result.length) {
        throw new Damage('a delta inserts too much');
      }
      delta.copy(result, filled, at, at + command);
      at += command;
      filled += command;
    }
  }
  if (filled !== result.length) throw new Damage('a delta ends too early');
  return result;
}
