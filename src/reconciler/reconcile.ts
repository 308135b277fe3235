import { awaitedOf } from '../diff/awaited.ts';
import { withContested } from '../diff/boot-attempt.ts';
import { concluding } from '../diff/conclude.ts';
import { diffing } from '../diff/diff.ts';
import type { Plan } from '../model/plan.ts';
import { execute, land } from './execute.ts';
import { expect, expectNobody } from './expect.ts';
import { flush } from './flush.ts';
import { presentLogins, settleKeys, unsealable } from './keys.ts';
import { type Knowledge, type Tools, verbsOf } from './knowledge.ts';
import { fencedUntil } from './lease.ts';
import { observe, restrain } from './look.ts';
import { readNotes } from './operator.ts';
import { record } from './record.ts';
import { refresh } from './refresh.ts';
import { tendHosts } from './tend.ts';
import { unhurried } from './unhurried.ts';
import { journalEnds, withoutUnsent, withUnsent } from './unsent.ts';

export interface Pass {
  /** Null: nothing could be read yet. */
  readonly known: Knowledge | null;
  readonly plan: Plan | null;
  /** Nothing is running or due, and all of it is published. Holds count as settled. */
  readonly settled: boolean;
  /** Why this process only watches: somebody else holds the lease, or the remote cannot be read. */
  readonly standby: string | null;
  readonly lookAgainMs: number;
}

/** One pass: read, observe, diff, record, execute, publish. Stop it after any line; the next one starts from the top. */
export async function pass(tools: Tools, before: Knowledge | null, signal: AbortSignal): Promise<Pass> {
  const notes = await readNotes(tools.disk);
  const read = await refresh(tools, before && landed(tools, before), notes);
  tools.latest.known = read.known;
  tools.hosts.allow(read.known ? fencedUntil(read.known.lease, tools.settings.leaseTermMs) : Number.NEGATIVE_INFINITY);
  if (read.kind === 'standby') {
    expectNobody(tools);
    tools.reaches.tend(new Map(), signal);
    return { known: read.known, plan: null, settled: false, standby: read.message, lookAgainMs: tools.settings.pollMs };
  }
  const { accepted } = read.known;
  if (!accepted) return flush(tools, read.known, null);
  const known = await settleKeys(tools, read.known);
  presentLogins(tools, known);
  const fleet = restrain(accepted.fleet, known.restraint);
  expect(tools, known, fleet);
  tools.homes.tend(signal);
  tools.reaches.tend(awaitedOf(fleet, known.memory, known.inventory), signal);
  const looked = await observe(tools, known, fleet, signal);
  const seen = { ...looked, memory: withContested(looked.memory, tools.agents.contested()) };

  const now = { wall: tools.clock.now(), ticks: tools.clock.monotonic(), acceptedAt: accepted.at };
  // An intent that surely never left is planned anew: it goes on only if the plan still wants it.
  const { memory, ended, failed } = await unhurried(
    concluding(withoutUnsent(seen.memory), fleet, seen.inventory, now),
    tools.clock,
  );
  const plan = await unhurried(
    diffing({
      fleet,
      commit: accepted.commit,
      memory,
      inventory: seen.inventory,
      verbs: verbsOf(tools),
      operatorHolds: notes.holds,
      poweredOnAt: seen.poweredOnAt,
      unsealable: await unsealable(tools, seen, fleet),
      agents: { unable: tools.agents.unable, contested: tools.agents.contested() },
      now,
    }),
    tools.clock,
  );
  tools.events.emit({ kind: 'planned', plan });

  const failures = seen.failures + failed;
  const concluded = await journalEnds(tools, { ...seen, failures, memory: withUnsent(memory, seen.memory) }, ended);
  const recorded = await record(tools, await settleKeys(tools, concluded), plan, seen.memory);
  tools.latest.known = recorded.known;
  expect(tools, recorded.known, fleet);
  const executed = await execute(tools, recorded.known, { ...accepted, fleet }, recorded.ready, signal);
  const tended = await tendHosts(tools, executed, { ...accepted, fleet }, plan, notes.holds, signal);
  const last = await flush(tools, tended, plan);
  tools.latest.known = last.known;
  return last;
}

/** With what came back since, and what was learnt of the remote meanwhile. */
function landed(tools: Tools, before: Knowledge): Knowledge {
  const known = tools.homes.land(land(tools, before));
  if (!tools.latest.hasMoved) return known;
  tools.latest.hasMoved = false;
  return { ...known, fetchedAt: Number.NEGATIVE_INFINITY };
}
