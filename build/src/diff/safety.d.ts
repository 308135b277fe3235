import type { Fleet, Machine } from '../model/fleet.ts';
import type { Facts, Sighting } from '../model/inventory.ts';
import type { Instant, Ticks } from '../model/names.ts';
import type { Arguments, HoldReason, OperatorHold } from '../model/plan.ts';
export interface Held {
    readonly reason: HoldReason;
    readonly message: string;
    readonly until?: Instant;
    readonly settling?: true;
}
/** A reading older than this decides nothing. */
export declare const freshMs: number;
/** Why nothing at all is sent to this machine now, whatever is asked; null: nothing stands against it. */
export declare function whyNotNow(fleet: Fleet, machine: Machine, holds: readonly OperatorHold[], wall: Instant): Held | null;
/** Why we cannot rely on what we know of this machine; null: it was seen just now, and it is the one that was enrolled. */
export declare function whyNotSure(machine: Machine, seen: Sighting | undefined, ticks: Ticks): Held | null;
/** How a step stands to the request that it is taken for. */
export interface Stride {
    /** It continues what was begun, so that no window or budget stops it half-way. */
    readonly started: boolean;
    /** It disrupts, or is the first of a request that will: a boot source is not set hours before the reboot that it is for. */
    readonly disruptive: boolean;
}
/** Why this step is not taken now. */
export declare function whyNotThis(fleet: Fleet, machine: Machine, args: Arguments, facts: Facts, taskOpenMs: number, { started, disruptive }: Stride, wall: Instant): Held | null;
