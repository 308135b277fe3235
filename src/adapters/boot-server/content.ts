import { createReadStream } from 'node:fs';

/** Bytes that are sent in part or whole, without being held. */
export interface Content {
  /** Null: not known yet. */
  readonly length: number | null;
  /** From `from` until before `to`, or to the end. Throws, after what is sure, where the rest cannot be had. */
  read(from: number, to: number): AsyncIterable<Uint8Array>;
}

export const fileContent = (path: string, length: number): Content => ({
  length,
  read: (from, to) => readFile(path, from, to),
});

/** A file with other bytes in one place; nothing is copied. */
export const overlaidContent = (path: string, length: number, at: number, bytes: Uint8Array): Content => ({
  length,
  async *read(from, to) {
    const end = at + bytes.length;
    if (from < at) yield* readFile(path, from, Math.min(to, at));
    if (from < end && to > at) yield bytes.subarray(Math.max(0, from - at), Math.min(bytes.length, to - at));
    if (to > end) yield* readFile(path, Math.max(from, end), to);
  },
});

async function* readFile(path: string, from: number, to: number): AsyncIterable<Uint8Array> {
  if (from >= to) return;
  // `end` is the last byte.
  const stream = createReadStream(path, { start: from, end: to - 1, highWaterMark: 256 * 1024 });
  for await (const chunk of stream) yield chunk;
}
