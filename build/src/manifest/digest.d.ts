import type { Digest } from '../model/names.ts';
/** SHA-256 over JSON with sorted keys: equal values, equal digest. */
export declare const digestOf: (value: unknown) => Digest;
