import type { Restraint } from '../manifest/restraint.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Knowledge, Tools } from './knowledge.ts';
/** The accepted fleet, with whatever a newer, rejected head says to do less. */
export declare function restrain(fleet: Fleet, restraint: Restraint): Fleet;
/** What came in within a few seconds; the rest arrives for a later pass. */
export declare function observe(tools: Tools, known: Knowledge, fleet: Fleet, signal: AbortSignal): Promise<Knowledge>;
