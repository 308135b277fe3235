import type { Verdict } from './run.ts';
import { allSteps, bmcFaults, canHappen, deaths, troubles } from './step.ts';

/** What many runs met, added up. */
export interface Tally {
  seeds: number;
  events: number;
  effects: number;
  commits: number;
  /** By `step|fault` and by `act kind`. */
  met: Record<string, number>;
  /** Outcomes by verb: `Reboot|done`. */
  outcomes: Record<string, number>;
}

export const emptyTally = (): Tally => ({ seeds: 0, events: 0, effects: 0, commits: 0, met: {}, outcomes: {} });

export function tallyOf({ evidence, ledger, events }: Verdict): Tally {
  const outcomes: Record<string, number> = {};
  for (const { event } of evidence.events) {
    if (event.kind !== 'ended') continue;
    const key = `${event.verb}|${event.outcome.kind}`;
    outcomes[key] = (outcomes[key] ?? 0) + 1;
  }
  return {
    seeds: 1,
    events,
    effects: ledger.effects.length,
    commits: ledger.landed.length,
    met: Object.fromEntries(evidence.met),
    outcomes,
  };
}

export function add(sum: Tally, one: Tally): void {
  sum.seeds += one.seeds;
  sum.events += one.events;
  sum.effects += one.effects;
  sum.commits += one.commits;
  for (const part of ['met', 'outcomes'] as const) {
    for (const [key, count] of Object.entries(one[part])) sum[part][key] = (sum[part][key] ?? 0) + count;
  }
}

const faults = [...deaths, ...troubles, ...bmcFaults] as const;

/** Over each column, in two lines. */
const heads: Readonly<Record<(typeof faults)[number], readonly [string, string]>> = {
  'death before': ['dies', 'before'],
  'death after': ['dies', 'after'],
  unheard: ['un-', 'heard'],
  unanswered: ['no', 'reply'],
  refused: ['re-', 'fused'],
  hang: ['', 'hang'],
  reset: ['', 'reset'],
  unavailable: ['', '503'],
  garbage: ['gar-', 'bage'],
  nothing: ['no-', 'thing'],
  'wrong-machine': ['wrong', 'host'],
};
const label = (text: string): string => text.padEnd(14);
const cell = (text: string): string => text.padStart(6);
/** In five digits at most: what is more is said in thousands. */
const figure = (count: number): string => cell(count < 100_000 ? String(count) : `${Math.round(count / 1_000)}k`);

/** How often each fault was met at each step, and how each verb ended; for people, at 80 columns. */
export function tellTally(tally: Tally): readonly string[] {
  const { outcomes, events, effects, commits } = tally;
  return [
    `${events} events, ${effects} effects, ${commits} status commits`,
    '',
    ...tellSteps(tally),
    '',
    ...tellActs(tally),
    '',
    ...tellNever(tally),
    '',
    ...tellOutcomes(outcomes),
  ];
}

/** A step is a word, or a word under one that it shares with others. */
function tellSteps({ met }: Tally): readonly string[] {
  const lines = [0, 1].map((line) => label('') + faults.map((fault) => cell(heads[fault][line] ?? '')).join(''));
  let above = '';
  for (const step of allSteps) {
    const [group = '', name] = step.split(' ');
    if (name !== undefined && group !== above) lines.push(group);
    above = group;
    const row = faults.map((fault) => {
      const count = met[`${step}|${fault}`] ?? 0;
      return count === 0 && !canHappen(step, fault) ? cell('-') : figure(count);
    });
    lines.push(label(name === undefined ? group : `  ${name}`) + row.join(''));
  }
  return lines;
}

const tellActs = ({ met }: Tally): readonly string[] =>
  folded(
    Object.entries(met)
      .filter(([key]) => key.startsWith('act '))
      .map(([key, count]) => `${key.slice(4)} ${count}`)
      .sort(),
  );

/** What could have happened and did not. */
function tellNever({ met }: Tally): readonly string[] {
  const never = allSteps.flatMap((step) => {
    const missing = faults.filter((fault) => canHappen(step, fault) && !met[`${step}|${fault}`]);
    return missing.length === 0 ? [] : folded([`${step}: ${missing[0]}`, ...missing.slice(1)], '  ');
  });
  return never.length === 0 ? ['never: nothing'] : ['never:', ...never];
}

function tellOutcomes(outcomes: Tally['outcomes']): readonly string[] {
  const verbs = [...new Set(Object.keys(outcomes).map((key) => key.split('|')[0] ?? ''))].sort();
  const kinds = ['done', 'failed', 'lost', 'unknown', 'withdrawn'];
  const wide = (text: string): string => text.padStart(10);
  const lines = [`${''.padEnd(18)}${kinds.map(wide).join('')}   unknown`];
  for (const verb of verbs) {
    const count = (kind: string): number => outcomes[`${verb}|${kind}`] ?? 0;
    const sent = count('done') + count('failed') + count('unknown') + count('lost');
    const rate = sent === 0 ? 0 : (100 * count('unknown')) / sent;
    lines.push(
      `${verb.padEnd(18)}${kinds.map((kind) => wide(String(count(kind)))).join('')}${rate.toFixed(1).padStart(7)} %`,
    );
  }
  return lines;
}

/** These, with commas, in lines of 80 columns at most. */
function folded(items: readonly string[], indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = indent;
  for (const [index, item] of items.entries()) {
    const text = index < items.length - 1 ? `${item},` : item;
    if (line.trim() !== '' && line.length + 1 + text.length > 80) {
      lines.push(line);
      line = `${indent}${indent}`;
    }
    line += line.trim() === '' ? text : ` ${text}`;
  }
  return line.trim() === '' ? lines : [...lines, line];
}
