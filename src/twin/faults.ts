import type { Instant } from '../model/names.ts';
import { type Dice, roll } from './dice.ts';

/**
 * The six ways in which a simulated BMC goes wrong:
 * `hang`: no answer, `reset`: the connection breaks, `unavailable`: 503, `garbage`: an answer nobody can read,
 * `nothing`: a mutation is accepted and has no effect, `wrong-machine`: another machine answers at this address.
 */
export const faults = ['hang', 'reset', 'unavailable', 'garbage', 'nothing', 'wrong-machine'] as const;
export type Fault = (typeof faults)[number];

/**
 * What is well and not what one would expect at the address. `printer`: a page for browsers, `password-change`: the
 * password must be changed before anything is shown, `empty-uuid`: no UUID, `same-uuid`: that of all others with this rule,
 * `proxy`: the same machine as at all others with this rule.
 */
export const oddities = ['printer', 'password-change', 'empty-uuid', 'same-uuid', 'proxy'] as const;
export type Oddity = (typeof oddities)[number];

export interface FaultRule {
  readonly fault: Fault | Oddity;
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
export const faultRulesMax = 100;

/** The first rule that applies to this request and whose dice fall; every rule that applies throws, so order is stable. */
export function drawFault(
  rules: readonly FaultRule[],
  dice: Dice,
  mutating: boolean,
  now: Instant,
): { readonly rule: FaultRule | null; readonly dice: Dice } {
  let state = dice;
  let drawn: FaultRule | null = null;
  for (const rule of rules) {
    if (now < rule.from || (rule.until !== undefined && now >= rule.until)) continue;
    if (!mutating && (rule.on === 'mutating' || rule.fault === 'nothing')) continue;
    const thrown = roll(state);
    state = thrown.dice;
    if (drawn === null && thrown.fraction < rule.probability) drawn = rule;
  }
  return { rule: drawn, dice: state };
}
