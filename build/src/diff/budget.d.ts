import type { Fleet } from '../model/fleet.ts';
import type { Memory, Requested } from '../model/memory.ts';
import type { CommitId, MachineName, RackName, Ticks } from '../model/names.ts';
import type { Action } from '../model/plan.ts';
import type { Held, Stride } from './safety.ts';
export declare const isStarted: (request: Requested) => boolean;
/** Commits that newly authorise more disruptive requests than policy lets one commit do, with how many (law 9). */
export declare function overreaching(fleet: Fleet, memory: Memory): ReadonlyMap<CommitId, number>;
export interface Wanted {
    readonly action: Action;
    readonly bmc: string;
    readonly stride: Stride;
}
export interface Circumstances {
    readonly bmcOf: ReadonlyMap<MachineName, string>;
    /** Begun, and waiting for somebody to turn the power on: they disturb nobody. */
    readonly resting: ReadonlySet<MachineName>;
    readonly poweredOnAt: ReadonlyMap<RackName, Ticks>;
    readonly ticks: Ticks;
}
/**
 * Deals out the places: disruptions at one time, one mutation for each BMC service, power-ons one after another in a
 * rack. What was started goes first, then machines by name.
 */
export declare function ration(fleet: Fleet, memory: Memory, wanted: readonly Wanted[], { bmcOf, resting, poweredOnAt, ticks }: Circumstances): {
    readonly actions: readonly Action[];
    readonly held: readonly (readonly [Action, Held])[];
};
