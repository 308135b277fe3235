import type { Law } from './law.ts';
/** Refused logins and status commits have a limit, whatever happens. */
export declare const bounded: Law;
