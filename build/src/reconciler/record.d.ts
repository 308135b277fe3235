import type { Action, Plan } from '../model/plan.ts';
import { type Knowledge, type Tools } from './knowledge.ts';
export interface Recorded {
    readonly known: Knowledge;
    /** Every one with a durable, pushed intent, under a lease renewed after that push. */
    readonly ready: readonly Action[];
}
/**
 * Makes every action of the plan an intent: fsynced here, then pushed in one commit, then the lease renewed. Only then may
 * anything be sent (laws 1, 2 and 5). Intents left over from before that the plan no longer wants are withdrawn.
 */
export declare function record(tools: Tools, known: Knowledge, plan: Plan): Promise<Recorded>;
