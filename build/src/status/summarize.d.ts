import type { Fleet } from '../model/fleet.ts';
import type { Hardware, Inventory } from '../model/inventory.ts';
import type { Memory } from '../model/memory.ts';
import type { Instant, MachineName } from '../model/names.ts';
import type { Hold, Verdict } from '../model/plan.ts';
import type { Rejection, Status } from '../model/status.ts';
import type { Steps } from '../model/steps.ts';
import { type NewCondition } from './conditions.ts';
import type { Steadiness } from './reachability.ts';
export interface SummarizeInput {
    readonly memory: Memory;
    /** Null: no commit was ever accepted. */
    readonly fleet: Fleet | null;
    readonly inventory: Inventory;
    readonly verdicts: ReadonlyMap<MachineName, Verdict>;
    readonly steadiness: ReadonlyMap<MachineName, Steadiness>;
    /** Settled hardware by machine (hardware.ts). */
    readonly hardware: ReadonlyMap<MachineName, Hardware>;
    readonly holds: readonly Hold[];
    readonly rejected: Rejection | null;
    /** About the facility as a whole, beside `Accepted`. */
    readonly conditions: readonly NewCondition[];
    readonly previous: Status | null;
    readonly now: Instant;
}
/** What is published: settled facts only, so that a converged facility makes no commit (law 11). Pure. */
export declare function summarize(input: SummarizeInput): Steps<Status>;
