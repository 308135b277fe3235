import type { Steps } from '../../../model/steps.ts';
import { Damage } from '../object/damage.ts';

/** Git's framing on the wire (gitprotocol-common): four hex digits of length, themselves included; `0000` is a flush. */
export type Packet = Buffer | 'flush';

export const flush = Buffer.from('0000');

export const packet = (line: string): Buffer => {
  const content = Buffer.from(line, 'utf8');
  return Buffer.concat([Buffer.from((content.length + 4).toString(16).padStart(4, '0')), content]);
};

/**
 * Takes framed bytes apart, to the last one. isomorphic-git takes a stream that breaks off for one that has ended; a
 * list of refs cut short would then look like refs that were deleted.
 */
export function* packetsIn(bytes: Buffer): Generator<Packet, undefined, undefined> {
  let at = 0;
  while (at < bytes.length) {
    const digits = bytes.toString('latin1', at, at + 4);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw new Damage('an answer is not framed as Git frames it');
    const length = Number.parseInt(digits, 16);
    if (length !== 0 && (length < 4 || at + length > bytes.length)) throw new Damage('an answer breaks off');
    const packet = length === 0 ? 'flush' : bytes.subarray(at + 4, at + length);
    at += Math.max(length, 4);
    yield packet;
  }
}

/** Does a flush end the answer, and nothing break off before it? */
export function* endingInFlush(bytes: Buffer): Steps<boolean> {
  let last: Packet | undefined;
  for (const part of packetsIn(bytes)) {
    last = part;
    yield;
  }
  return last === 'flush';
}

export interface Bands {
  /** Band 1: a pack, or a report. */
  readonly data: Buffer;
  /** Band 2: what the server prints for people. */
  readonly words: string;
  /** Band 3, or an `ERR` packet: the server gave up and says why. */
  readonly fatal: string | null;
  /** Packets before the bands begin: `NAK`, `ACK <id>`. */
  readonly lines: readonly string[];
}

/** Nobody reads more than this of what is no pack. */
const asideMax = 4096;

/** Sorts an answer into Git's side bands. The answer itself is overwritten: a pack is not held in memory twice. */
export function* splittingBands(answer: Buffer): Steps<Bands> {
  const words: Buffer[] = [];
  const lines: string[] = [];
  let fatal: string | null = null;
  let filled = 0;
  for (const part of packetsIn(answer)) {
    yield;
    if (part === 'flush') continue;
    const band = part[0];
    // The data moves towards the front, to where it was read already.
    if (band === 1) filled += part.copy(answer, filled, 1);
    else if (band === 2) {
      if (words.length < asideMax) words.push(Buffer.from(part.subarray(1)));
    } else if (band === 3) fatal = part.toString('utf8', 1);
    else if (part.subarray(0, 4).toString('latin1') === 'ERR ') fatal = part.toString('utf8', 4);
    else if (lines.length < asideMax) lines.push(part.toString('utf8').trimEnd());
  }
  return { data: answer.subarray(0, filled), words: Buffer.concat(words).toString('utf8'), fatal, lines };
}
