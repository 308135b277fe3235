import { createHash } from 'node:crypto';
import type { Evidence } from './evidence.ts';
import { laws } from './laws/all.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { Scenario } from './scenario.ts';
import { World } from './world.ts';

export interface Broken {
  readonly law: number;
  readonly why: string;
}

/** What came of one run. */
export interface Verdict {
  readonly broken: readonly Broken[];
  readonly evidence: Evidence;
  readonly ledger: Ledger;
  /** Over everything that the hardware received and every ref that moved: equal digests, equal runs. */
  readonly digest: string;
  /** Events of the kernel: what it cost. */
  readonly events: number;
}

const settleMsMax = 8 * 3600_000;
const restMs = 80 * 60_000;

/** Plays a scenario to its end, and holds it against the laws; `only`: one of them. */
export async function runScenario(scenario: Scenario, only?: number): Promise<Verdict> {
  const world = new World(scenario);
  await world.play();
  await world.heal();
  if (await world.settle(settleMsMax)) {
    world.askForLast();
    if (await world.settle(settleMsMax)) await world.rest(restMs);
  }
  const { evidence } = world;
  const ledger = openLedger(evidence);
  const broken = laws
    .filter(({ number }) => only === undefined || number === only)
    .flatMap((law) => law.broken(ledger).map((why) => ({ law: law.number, why })));
  const crashes = evidence.ends.filter(({ why }) => !why.includes('no space left') && why !== 'stopped');
  const bugs = crashes.map(({ why, host }) => ({ law: 0, why: `${host} ended: ${why}` }));
  return {
    broken: [...broken, ...(only === undefined ? bugs : [])],
    evidence,
    ledger,
    digest: digestOf(evidence),
    events: world.kernel.planned,
  };
}

function digestOf({ received, moves }: Evidence): string {
  const lines = [
    ...received.map(({ at, station, entry }) => JSON.stringify([at, station, entry])),
    ...moves.map(({ at, ref, from, to, by }) => JSON.stringify([at, ref, from, to, by])),
  ];
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
