import type { Facts, Hardware } from '../model/inventory.ts';
import type { Ticks } from '../model/names.ts';
/** A smaller inventory that waits for a second look to agree: BMCs forget parts while they start. */
export interface Doubt {
    readonly hardware: Hardware;
    readonly since: Ticks;
}
export interface Settled {
    readonly hardware: Hardware | undefined;
    readonly doubt: Doubt | undefined;
}
/**
 * What the inventory says after this look. Additions and changes are taken at once, while the machine is on and past POST;
 * something that is gone only when two full looks, minutes apart, agree.
 */
export declare function settleHardware(published: Hardware | undefined, doubt: Doubt | undefined, facts: Facts, fullAt: Ticks | undefined): Settled;
/** What `next` no longer has, as paths: `memory DIMM.A1`, `biosVersion`. */
export declare function losses(before: Hardware, next: Hardware): readonly string[];
