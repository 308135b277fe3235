import type { Fleet } from '../model/fleet.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Memory } from '../model/memory.ts';
import type { CommitId, RackName, Ticks } from '../model/names.ts';
import type { OperatorHold, Plan } from '../model/plan.ts';
import { type Steps } from '../model/steps.ts';
import type { Verb } from '../model/verb.ts';
import type { Now } from './conclude.ts';
export interface DiffInput {
    readonly fleet: Fleet;
    readonly commit: CommitId;
    /** Already concluded: what was seen to be done is no longer asked for. */
    readonly memory: Memory;
    readonly inventory: Inventory;
    /** What each driver can do. */
    readonly verbs: ReadonlyMap<string, readonly Verb[]>;
    readonly operatorHolds: readonly OperatorHold[];
    readonly poweredOnAt: ReadonlyMap<RackName, Ticks>;
    readonly now: Now;
}
/** What is to be done now, what is not done and why. Pure: the same input gives the same plan, byte for byte (law 15). */
export declare const diff: (input: DiffInput) => Plan;
export declare function diffing(input: DiffInput): Steps<Plan>;
