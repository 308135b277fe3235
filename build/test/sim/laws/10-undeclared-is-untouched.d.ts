import type { Law } from './law.ts';
/** What is written is what the intent names, key by key; nothing is ever written that no manifest names. */
export declare const undeclaredIsUntouched: Law;
