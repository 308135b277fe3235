import type { Law } from './law.ts';
/** At most `maxConcurrent` disruptions stand as intents at one time, and no commit disrupts more than `maxPerCommit` machines. */
export declare const blastRadius: Law;
