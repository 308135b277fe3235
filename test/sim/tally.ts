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

/** How often each fault was met at each step, and how each verb ended; for people, at 100 columns. */
export function tellTally({ met, outcomes, events, effects, commits }: Tally): readonly string[] {
  const faults: readonly string[] = [...deaths, ...troubles, ...bmcFaults];
  const short = faults.map((fault) =>
    fault.replace('death ', 'dies ').replace('unavailable', '503').replace('wrong-machine', 'stranger'),
  );
  const cell = (text: string): string => text.padStart(11);
  const lines = [
    `${events} events, ${effects} effects, ${commits} status commits`,
    '',
    `${''.padEnd(20)}${short.map(cell).join('')}`,
  ];
  const never: string[] = [];
  for (const step of allSteps) {
    const row = faults.map((fault) => {
      const count = met[`${step}|${fault}`] ?? 0;
      if (!canHappen(step, fault)) return cell(count > 0 ? String(count) : '-');
      if (count === 0) never.push(`${step} × ${fault}`);
      return cell(String(count));
    });
    lines.push(`${step.padEnd(20)}${row.join('')}`);
  }
  const acts = Object.entries(met).filter(([key]) => key.startsWith('act '));
  lines.push(
    '',
    acts
      .map(([key, count]) => `${key.slice(4)} ${count}`)
      .sort()
      .join(', '),
  );
  lines.push(`never: ${never.length === 0 ? 'nothing' : never.join('; ')}`, '');
  const verbs = [...new Set(Object.keys(outcomes).map((key) => key.split('|')[0] ?? ''))].sort();
  for (const verb of verbs) {
    const count = (kind: string): number => outcomes[`${verb}|${kind}`] ?? 0;
    const sent = count('done') + count('failed') + count('unknown') + count('lost');
    const rate = sent === 0 ? 0 : (100 * count('unknown')) / sent;
    const kinds = ['done', 'failed', 'lost', 'unknown', 'withdrawn'].map((kind) => `${kind} ${count(kind)}`);
    lines.push(`${verb.padEnd(12)} ${kinds.join(', ')}; OutcomeUnknown ${rate.toFixed(1)} %`);
  }
  return lines;
}
