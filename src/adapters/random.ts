import { randomBytes } from 'node:crypto';
import type { Random } from '../ports/random.ts';

/** Chance from the operating system. */
export const systemRandom: Random = {
  // 48 bits fit a number exactly.
  fraction: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
  hex: (bytes) => randomBytes(bytes).toString('hex'),
};
