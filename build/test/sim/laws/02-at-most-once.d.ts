import type { Law } from './law.ts';
/** One request for each grant that was not refused; one change of the hardware for each thing that was asked of it. */
export declare const atMostOnce: Law;
