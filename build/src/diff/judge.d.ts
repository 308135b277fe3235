import type { Fleet } from '../model/fleet.ts';
import type { Inventory } from '../model/inventory.ts';
import type { MachineName } from '../model/names.ts';
import type { Verdict } from '../model/plan.ts';
/** For every machine that was seen: is it the one that was enrolled, and is it of its class? */
export declare function judge(fleet: Fleet, inventory: Inventory): ReadonlyMap<MachineName, Verdict>;
