import { createHash } from 'node:crypto';
import { RunawayError } from '../../src/rehearsal/kernel.ts';
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
/** Long enough for the hourly full look in some worlds, and for a few looks in all. */
const restMs = (seed: number): number => (seed % 3 === 0 ? 80 : 15) * 60_000;

/** Plays a scenario to its end, and holds it against the laws; `only`: one of them. */
export async function runScenario(scenario: Scenario, only?: number): Promise<Verdict> {
  const world = new World(scenario);
  const circles = await playOut(world, restMs(scenario.seed));
  const { evidence } = world;
  evidence.endedAt = world.kernel.ticks;
  const ledger = openLedger(evidence);
  const broken = laws
    .filter(({ number }) => only === undefined || number === only)
    .flatMap((law) => law.broken(ledger).map((why) => ({ law: law.number, why })));
  if (circles !== null && (only ?? 14) === 14) broken.push({ law: 14, why: circles });
  const crashes = evidence.ends.filter(({ why }) => !why.includes('no space left') && why !== 'stopped');
  const bugs = crashes.map(({ why, host }) => ({ law: 0, why: `${host} ended: ${why}` }));
  const digest = digestOf(evidence);
  const events = world.kernel.planned;
  world.end();
  return { broken: [...broken, ...(only === undefined ? bugs : [])], evidence, ledger, digest, events };
}

/** Null, or that it never ended. */
async function playOut(world: World, rest: number): Promise<string | null> {
  try {
    await world.play();
    await world.heal();
    if (!(await world.settle(settleMsMax))) return null;
    world.askForLast();
    if (await world.settle(settleMsMax)) await world.rest(rest);
    return null;
  } catch (error) {
    if (error instanceof RunawayError) return error.message;
    throw error;
  }
}

function digestOf({ received, moves }: Evidence): string {
  const lines = [
    ...received.map(({ at, station, entry }) => JSON.stringify([at, station, entry])),
    ...moves.map(({ at, ref, from, to, by }) => JSON.stringify([at, ref, from, to, by])),
  ];
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
