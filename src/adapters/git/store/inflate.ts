import { createInflate, inflateSync } from 'node:zlib';
import { Damage } from '../object/damage.ts';

/** From this size on it takes milliseconds, and zlib's own threads are worth their price. */
export const largeFrom = 512 * 1024;

/** zlib knows no bound of 0, so an empty object gets one byte of room. */
const boundOf = (size: number) => ({ maxOutputLength: Math.max(size, 1) });

/** Inflates to exactly `size` bytes. More or fewer is damage; memory is bounded by what was declared, not by what comes. */
export function inflateExactly(packed: Uint8Array, size: number): Buffer {
  let content: Buffer;
  try {
    content = inflateSync(packed, boundOf(size));
  } catch (error) {
    throw new Damage('compressed bytes do not unpack', { cause: error });
  }
  if (content.length !== size) throw new Damage('an object is not as long as it says');
  return content;
}

interface Front {
  readonly content: Buffer;
  /** Bytes of the input that belonged to it. */
  readonly taken: number;
}

/**
 * The same for bytes that others follow. A large object is unpacked piece by piece by zlib's own threads, so that the
 * process goes on meanwhile.
 */
export async function inflateFront(packed: Uint8Array, size: number): Promise<Front> {
  let front: Front;
  try {
    const options = { ...boundOf(size), info: true };
    front = size < largeFrom ? readInfo(inflateSync(packed, options)) : await inflatePieces(packed, size);
  } catch (error) {
    throw new Damage('compressed bytes do not unpack', { cause: error });
  }
  if (front.content.length !== size) throw new Damage('an object is not as long as it says');
  return front;
}

async function inflatePieces(packed: Uint8Array, size: number): Promise<Front> {
  const inflater = createInflate({ chunkSize: largeFrom });
  inflater.end(packed);
  const content = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const piece of inflater) {
    if (!Buffer.isBuffer(piece) || filled + piece.length > size) throw new Error('more than was announced');
    filled += piece.copy(content, filled);
  }
  return { content: content.subarray(0, filled), taken: inflater.bytesWritten };
}

/** With `info`, zlib tells how much of its input belonged to the stream; Node's types do not know it yet. */
function readInfo(result: unknown): Front {
  if (typeof result === 'object' && result !== null && 'engine' in result && 'buffer' in result) {
    const { engine, buffer } = result;
    if (typeof engine === 'object' && engine !== null && 'bytesWritten' in engine && Buffer.isBuffer(buffer)) {
      if (typeof engine.bytesWritten === 'number') return { content: buffer, taken: engine.bytesWritten };
    }
  }
  throw new Error('zlib does not tell how much it took');
}
