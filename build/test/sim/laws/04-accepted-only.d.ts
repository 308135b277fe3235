import type { Law } from './law.ts';
/** Whoever acts goes by a head that was there a moment ago, is whole, descends from what was accepted, and still asks. */
export declare const acceptedOnly: Law;
