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

/**
 * What goes wrong with booting another system, whatever else is well. `missed-boot`: the disk boots, although the override said
 * something else, which is used up; `insert-lost`: an image is accepted, and not there; `unlicensed`: virtual media are
 * neither shown nor taken.
 */
export const mishaps = ['missed-boot', 'insert-lost', 'unlicensed'] as const;
export type Mishap = (typeof mishaps)[number];

/** `on` and `when` say nothing about a mishap, nor `probability` about a licence. */
export interface FaultRule {
  readonly fault: Fault | Oddity | Mishap;
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

export type RequestRule = FaultRule & { readonly fault: Fault | Oddity };

const isMishap = (fault: FaultRule['fault']): fault is Mishap => mishaps.some((one) => one === fault);
const isAboutRequests = (rule: FaultRule): rule is RequestRule => !isMishap(rule.fault);
const isOn = (rule: FaultRule, now: Instant): boolean =>
  now >= rule.from && (rule.until === undefined || now < rule.until);

/** The first rule that applies to this request and whose dice fall; every rule that applies throws, so order is stable. */
export function drawFault(
  rules: readonly FaultRule[],
  dice: Dice,
  mutating: boolean,
  now: Instant,
): { readonly rule: RequestRule | null; readonly dice: Dice } {
  let state = dice;
  let drawn: RequestRule | null = null;
  for (const rule of rules.filter(isAboutRequests)) {
    if (!isOn(rule, now)) continue;
    if (!mutating && (rule.on === 'mutating' || rule.fault === 'nothing')) continue;
    const thrown = roll(state);
    state = thrown.dice;
    if (drawn === null && thrown.fraction < rule.probability) drawn = rule;
  }
  return { rule: drawn, dice: state };
}

/** Whether it happens this time. */
export function drawMishap(
  rules: readonly FaultRule[],
  dice: Dice,
  mishap: Mishap,
  now: Instant,
): { readonly struck: boolean; readonly dice: Dice } {
  let state = dice;
  let struck = false;
  for (const rule of rules) {
    if (rule.fault !== mishap || !isOn(rule, now)) continue;
    const thrown = roll(state);
    state = thrown.dice;
    struck ||= thrown.fraction < rule.probability;
  }
  return { struck, dice: state };
}

/** Whether it is so at this time. */
export const isHit = (rules: readonly FaultRule[], mishap: Mishap, now: Instant): boolean =>
  rules.some((rule) => rule.fault === mishap && isOn(rule, now));
