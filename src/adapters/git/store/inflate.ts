import { inflateSync } from 'node:zlib';
import { Damage } from '../object/damage.ts';

/** Inflates to exactly `size` bytes. More or fewer is damage; memory is bounded by what was declared, not by what comes. */
export function inflateExactly(packed: Uint8Array, size: number): Buffer {
  let content: Buffer;
  try {
    // zlib knows no bound of 0, so an empty object gets one byte of room.
    content = inflateSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    throw new Damage('compressed bytes do not unpack', { cause: error });
  }
  if (content.length !== size) throw new Damage('an object is not as long as it says');
  return content;
}
