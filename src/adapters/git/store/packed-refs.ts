import type { ObjectId } from '../../../model/names.ts';
import { Damage } from '../object/damage.ts';

const newline = 0x0a;
const space = 0x20;
const idLength = 40;

/**
 * Git's `packed-refs`: lines `<id> <ref>`; `#` begins the header, `^` the commit behind an annotated tag. Looked up in the
 * bytes themselves, since there may be hundreds of thousands and we ask for three. Every line is checked: what cannot be
 * read might be the ref that would then seem gone.
 */
export class PackedRefs {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    for (let at = 0; at < bytes.length; ) {
      const end = bytes.indexOf(newline, at);
      if (end < 0 || !isSound(bytes, at, end)) throw new Damage('packed-refs is torn');
      at = end + 1;
    }
  }

  get(ref: string): ObjectId | null {
    const at = this.#bytes.indexOf(` ${ref}\n`);
    return at < 0 ? null : this.#bytes.toString('latin1', at - idLength, at);
  }

  /** Some ref that has this one's name as its folder. */
  below(ref: string): string | null {
    const at = this.#bytes.indexOf(` ${ref}/`);
    return at < 0 ? null : this.#bytes.toString('utf8', at + 1, this.#bytes.indexOf(newline, at));
  }
}

/** A ref's name holds no space, so that the one before it is the first and only one of its line. */
function isSound(bytes: Buffer, at: number, end: number): boolean {
  const first = bytes[at];
  if (at === end || first === 0x23) return true;
  if (first === 0x5e) return areDigits(bytes, at + 1, at + 1 + idLength) && end === at + 1 + idLength;
  const gap = at + idLength;
  return end > gap + 1 && areDigits(bytes, at, gap) && bytes[gap] === space && bytes[gap + 1] !== space;
}

function areDigits(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (!((byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66))) return false;
  }
  return true;
}
