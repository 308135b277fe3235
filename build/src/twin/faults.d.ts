import type { Instant } from '../model/names.ts';
import { type Dice } from './dice.ts';
/**
 * The six ways in which a simulated BMC goes wrong:
 * `hang`: no answer, `reset`: the connection breaks, `unavailable`: 503, `garbage`: an answer nobody can read,
 * `nothing`: a mutation is accepted and has no effect, `wrong-machine`: another machine answers at this address.
 */
export declare const faults: readonly ["hang", "reset", "unavailable", "garbage", "nothing", "wrong-machine"];
export type Fault = (typeof faults)[number];
export interface FaultRule {
    readonly fault: Fault;
    /** `mutating`: only what would change the hardware; logins are spared. */
    readonly on: 'all' | 'mutating';
    /** Whether the request has its effect all the same: `after` it, or instead of it (`before`). */
    readonly when: 'before' | 'after';
    /** Of each request, 0 to 1. */
    readonly probability: number;
    readonly from: Instant;
    /** Absent: until the rule is replaced. */
    readonly until?: Instant;
}
/** More than any test needs; the dice are thrown once for each. */
export declare const faultRulesMax = 100;
/** The first rule that applies to this request and whose dice fall; every rule that applies throws, so order is stable. */
export declare function drawFault(rules: readonly FaultRule[], dice: Dice, mutating: boolean, now: Instant): {
    readonly rule: FaultRule | null;
    readonly dice: Dice;
};
