import type { Journaled } from '../../ports/journal.ts';
import { isJournaled } from './check.ts';
import { origin, readLine } from './line.ts';

export interface Replayed {
  readonly records: readonly Journaled[];
  /** Bytes that hold `records`; what follows is a torn record where there is no damage. */
  readonly size: number;
  /** Of the last good line: what the next one follows. */
  readonly hash: string;
  readonly damage: Damage | null;
}

export interface Damage {
  /** Byte offset of the first line that is not as written. */
  readonly offset: number;
  /** 1-based number of that line. */
  readonly line: number;
  readonly why: string;
}

const newline = 0x0a;

/**
 * Reads a journal back. Bytes after the last newline are a record whose write did not end, and nothing was sent on the
 * strength of it. A whole line that does not verify is damage even at the very end: it may have been a SENT that somebody
 * relied on, and must not be forgotten silently.
 */
export function replay(bytes: Uint8Array): Replayed {
  const records: Journaled[] = [];
  let size = 0;
  let hash = origin;
  const stop = (why: string): Replayed => ({
    records,
    size,
    hash,
    damage: { offset: size, line: records.length + 1, why },
  });

  for (let next = bytes.indexOf(newline); next !== -1; next = bytes.indexOf(newline, size)) {
    const line = readLine(hash, bytes.subarray(size, next));
    if (line === null) return stop('the line is not as it was written');
    const value = parse(line.body);
    if (!isJournaled(value))
      return stop('the line is whole, but its record is of no known kind: a newer version wrote it');
    records.push(value);
    hash = line.hash;
    size = next + 1;
  }
  return { records, size, hash, damage: null };
}

/** The hash proves that a body is whole, not that one of us wrote it; undefined is no record. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
