import type { Steps } from '../../../model/steps.ts';

/** A sum over this much, or a copy of it, takes a few milliseconds. */
const sliceBytes = 1024 * 1024;

/** Hands over bytes a slice at a time. */
export function* slices(bytes: Uint8Array, take: (slice: Uint8Array) => void): Steps<void> {
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    take(bytes.subarray(at, at + sliceBytes));
    yield;
  }
}

/** `Buffer.concat` for parts that may be many megabytes. */
export function* joining(parts: readonly Uint8Array[]): Steps<Buffer> {
  const whole = Buffer.allocUnsafe(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    yield* slices(part, (slice) => {
      whole.set(slice, filled);
      filled += slice.length;
    });
  }
  return whole;
}
