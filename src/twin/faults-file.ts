import { parse } from 'yaml';
import type { Instant } from '../model/names.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { type FaultRule, faultRulesMax, faults, mishaps, oddities } from './faults.ts';
import { isObject, type JsonObject } from './json.ts';

/** A rule with its times still counted from the start of the simulation, and the machines that it is for. */
interface WrittenRule {
  /** Names; absent: all machines. */
  readonly machines?: readonly string[];
  readonly rule: FaultRule;
}

export type FaultPlan = readonly WrittenRule[];

/**
 * Reads `{ faults: [{ fault, machines?, on?, when?, probability?, fromMs?, untilMs? }] }`, as YAML or JSON. Defaults:
 * all machines, `on: all`, `when: before`, always, from the start, for ever. The error says which entry is wrong.
 */
export function readFaultPlan(text: string): Result<FaultPlan, string> {
  let document: unknown;
  try {
    document = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  return checkFaultPlan(document);
}

export function checkFaultPlan(document: unknown): Result<FaultPlan, string> {
  if (!isObject(document) || !Array.isArray(document.faults)) return fail('expected an object with a list `faults`');
  if (document.faults.length > faultRulesMax) return fail(`more than ${faultRulesMax} rules`);
  const rules: WrittenRule[] = [];
  for (const [index, entry] of document.faults.entries()) {
    const read = readRule(entry);
    if (!read.ok) return fail(`faults[${index}]: ${read.error}`);
    rules.push(read.value);
  }
  return ok(rules);
}

/** The rules for one machine, in a simulation that began at `start`. */
export const rulesFor = (plan: FaultPlan, machine: string, start: Instant): readonly FaultRule[] =>
  plan
    .filter(({ machines }) => machines === undefined || machines.includes(machine))
    .map(({ rule }) => ({
      ...rule,
      from: start + rule.from,
      ...(rule.until === undefined ? {} : { until: start + rule.until }),
    }));

/** A machine that a rule is for and that is not among `names`: most likely misspelt. */
export const unknownMachine = (plan: FaultPlan, names: ReadonlySet<string>): string | undefined =>
  plan.flatMap(({ machines }) => machines ?? []).find((name) => !names.has(name));

const fields = ['fault', 'machines', 'on', 'when', 'probability', 'fromMs', 'untilMs'];

function readRule(entry: unknown): Result<WrittenRule, string> {
  if (!isObject(entry)) return fail('expected an object');
  const unknown = Object.keys(entry).find((name) => !fields.includes(name));
  if (unknown !== undefined) return fail(`unknown field ${unknown}, expected one of ${fields.join(', ')}`);
  const known = [...faults, ...oddities, ...mishaps];
  const fault = known.find((name) => name === entry.fault);
  if (fault === undefined) return fail(`fault must be one of ${known.join(', ')}`);
  const on = oneOf(entry.on ?? 'all', ['all', 'mutating'] as const);
  if (on === undefined) return fail('on must be all or mutating');
  const when = oneOf(entry.when ?? 'before', ['before', 'after'] as const);
  if (when === undefined) return fail('when must be before or after');
  const probability = numberIn(entry, 'probability', 1, 1);
  const from = numberIn(entry, 'fromMs', 0, Number.MAX_SAFE_INTEGER);
  const until = entry.untilMs === undefined ? undefined : numberIn(entry, 'untilMs', 0, Number.MAX_SAFE_INTEGER);
  if (probability === null) return fail('probability must be a number from 0 to 1');
  if (from === null || until === null) return fail('fromMs and untilMs must be milliseconds from the start');
  const rule: FaultRule = { fault, on, when, probability, from, ...(until === undefined ? {} : { until }) };
  if (entry.machines === undefined) return ok({ rule });
  const machines = namesIn(entry.machines);
  return machines === null ? fail('machines must be a list of names') : ok({ machines, rule });
}

const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | undefined =>
  allowed.find((one) => one === value);

function numberIn(entry: JsonObject, name: string, fallback: number, max: number): number | null {
  const value = entry[name] ?? fallback;
  return typeof value === 'number' && value >= 0 && value <= max ? value : null;
}

function namesIn(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const names = value.filter((name) => typeof name === 'string');
  return names.length === value.length ? names : null;
}
