import type { Law } from './law.ts';
/** However it came to pass: in the end all is as the last commit wants it, or a hold says why not. */
export declare const crashEquivalence: Law;
