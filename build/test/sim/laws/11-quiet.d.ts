import type { Law } from './law.ts';
/** At rest nothing is sent and nothing is committed, also by a host that starts from nothing. */
export declare const quiet: Law;
