import type { Law } from './law.ts';
/** One effect for each grant, and for each thing that was asked of one piece of hardware. */
export declare const atMostOnce: Law;
