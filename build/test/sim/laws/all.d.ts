import type { Law } from './law.ts';
/** Law 15, pure planning, is held by replay: the same seed is the same run, byte for byte. */
export declare const laws: readonly Law[];
