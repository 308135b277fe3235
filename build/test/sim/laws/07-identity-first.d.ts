import type { Law } from './law.ts';
/** No machine but the enrolled one ever receives anything. */
export declare const identityFirst: Law;
