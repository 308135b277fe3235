import type { Law } from './law.ts';
/** One thing at a time for each machine, and no power action while the BMC is at a task. */
export declare const singleFlight: Law;
