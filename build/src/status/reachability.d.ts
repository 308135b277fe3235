import type { Sighting } from '../model/inventory.ts';
import type { Ticks } from '../model/names.ts';
/**
 * What is published about whether a machine can be reached. A BMC that comes and goes all day must not write the history
 * of the repository: the more it has flipped, the longer it has to be steady before it is believed again (as routers damp
 * a flapping route, RFC 2439).
 */
export interface Steadiness {
    readonly published: 'Reachable' | 'Unreachable';
    /** How the newest look was. */
    readonly newest: 'seen' | 'missed';
    /** When the newest run of equal looks began. */
    readonly since: Ticks;
    /** When looks changed from seen to missed or back, newest last, of one day. */
    readonly flips: readonly Ticks[];
}
export declare function steady(before: Steadiness | undefined, published: Steadiness['published'] | undefined, seen: Sighting, now: Ticks): Steadiness;
export declare const isFlapping: (state: Steadiness, now: Ticks) => boolean;
