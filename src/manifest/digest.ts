import { createHash } from 'node:crypto';
import { canonical } from '../model/canonical.ts';
import type { Digest } from '../model/names.ts';

/** SHA-256 over JSON with sorted keys: equal values, equal digest. */
export const digestOf = (value: unknown): Digest =>
  `sha256:${createHash('sha256').update(canonical(value)).digest('hex')}`;
