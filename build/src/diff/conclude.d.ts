import type { Fleet } from '../model/fleet.ts';
import type { Inventory } from '../model/inventory.ts';
import { type MachineMemory, type Memory, type Open } from '../model/memory.ts';
import type { Instant, MachineName, Ticks } from '../model/names.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Steps } from '../model/steps.ts';
export interface Ended {
    readonly machine: MachineName;
    readonly open: Open;
    readonly outcome: Outcome;
}
export interface Now {
    /** Wall clock: for windows, expiry and what people wrote. */
    readonly wall: Instant;
    /** Monotonic clock: for freshness and patience. */
    readonly ticks: Ticks;
    /** When this process took in the accepted commit: a full look from before answers no request to inspect. */
    readonly acceptedAt: Ticks;
}
/** Draws from what was seen since: which intents have come to an end, and which requests with them. Sends nothing. */
export declare const conclude: (memory: Memory, fleet: Fleet, inventory: Inventory, now: Now) => Conclusion;
export interface Conclusion {
    readonly memory: Memory;
    readonly ended: readonly Ended[];
    /** Requests that came to a bad end just now. */
    readonly failed: number;
}
export declare function concluding(memory: Memory, fleet: Fleet, inventory: Inventory, now: Now): Steps<Conclusion>;
/** An intent's end, as memory. What was withdrawn leaves no trace: it never left. */
export declare function applyOutcome(known: MachineMemory, open: Open, outcome: Outcome): MachineMemory;
