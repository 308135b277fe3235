import type { Plan } from '../model/plan.ts';
import { type Knowledge, type Tools } from './knowledge.ts';
export interface Pass {
    /** Null: nothing could be read yet. */
    readonly known: Knowledge | null;
    readonly plan: Plan | null;
    /** Nothing is running or due, and all of it is published. Holds count as settled. */
    readonly settled: boolean;
    /** Why this process only watches: somebody else holds the lease, or the remote cannot be read. */
    readonly standby: string | null;
    readonly lookAgainMs: number;
}
/** One pass: read, observe, diff, record, execute, publish. Stop it after any line; the next one starts from the top. */
export declare function pass(tools: Tools, before: Knowledge | null, signal: AbortSignal): Promise<Pass>;
