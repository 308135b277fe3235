import type { Law } from './law.ts';
/** Every status commit of ours has the head before it as its parent; epochs never fall, and each has one holder. */
export declare const statusGoesForward: Law;
