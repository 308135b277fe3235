import type { Evidence } from './evidence.ts';
/** What happened in a run, line by line in the order of time, for whoever has to find out why. */
export declare function tellRun(evidence: Evidence): readonly string[];
