import type { Fleet, Machine } from '../model/fleet.ts';
import type { Inventory, Look } from '../model/inventory.ts';
import type { MachineName, Ticks } from '../model/names.ts';
import type { Clock } from '../ports/clock.ts';
import type { InfrastructureDriver, Subject } from '../ports/driver.ts';
import type { Events } from '../ports/events.ts';
/**
 * Keeps looking at machines in the background, so that a pass never waits for one (design §5). Those that answered last
 * have places of their own: what hangs is looked at in another lane and delays nobody.
 */
export interface Watch {
    /** Starts the looks that are due, waits up to `waitMs` for them, and tells what is known now. */
    look(fleet: Fleet, wish: Wish, waitMs: number, signal: AbortSignal): Promise<Inventory>;
    /** One quick look right now, whatever is due. */
    lookNow(fleet: Fleet, machine: Machine, signal: AbortSignal): Promise<Look>;
    /** Every machine has been looked at since the process began, or missed. */
    complete(fleet: Fleet): boolean;
    /** When the next look is due. */
    nextDueMs(): number;
}
export interface Wish {
    /** Something is under way there: look again soon. */
    readonly active: ReadonlySet<MachineName>;
    /** A full look is wanted that began after this. */
    readonly full: ReadonlyMap<MachineName, Ticks>;
}
export declare function createWatch(drivers: ReadonlyMap<string, InfrastructureDriver>, clock: Clock, events: Events, pollMs: number): Watch;
export declare const subjectOf: (fleet: Fleet, machine: Machine) => Subject;
