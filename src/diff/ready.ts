import type { Listening, Ready } from '../model/boot.ts';
import type { Listens } from '../model/inventory.ts';
import type { Ticks } from '../model/names.ts';
import type { PulledRequest } from './boot-attempt.ts';
import type { Ground } from './ground.ts';
import { failed, type Standing, waits } from './standing.ts';

/** How long what was installed may take to show that it runs. */
export const readyMs = 30 * 60_000;
/** An agent reports every five seconds: one that has not for so long has gone. */
const goneMs = 60_000;

/** What was installed is to show that it runs. */
export function readyStanding({ work }: PulledRequest, ground: Ground): Standing {
  const { machine, wall } = ground;
  const ready = machine.install?.ready;
  if (work.home !== undefined) return { kind: 'satisfied', evidence: `called home: ${work.home}` };
  const runs = runsBy(work.takenBack ? { kind: 'powerOn' } : ready, ground);
  if (runs) return { kind: 'satisfied', evidence: runs };
  const awaited = awaitedWords(ready);
  return wall - (work.endedAt ?? 0) >= readyMs
    ? failed(`installed, but it was not seen to ${awaited} within ${readyMs / 60_000} min`)
    : waits('Stale', `installed; it is to ${awaited}`);
}

/** That it is on, or takes a connection, shows nothing of what it booted: the ISO must have been read. */
export function isoReady(name: string, { work }: PulledRequest, ground: Ground): Standing {
  const { wall } = ground;
  const runs = runsBy(ground.machine.install?.ready, ground);
  if (work.home !== undefined && runs) return { kind: 'satisfied', evidence: `${work.home}; ${runs}` };
  if (wall - (work.endedAt ?? 0) < readyMs) return waits('Stale', `${name} is to be read, and to run`);
  const why =
    work.home === undefined
      ? 'it was not seen to be read after the reset'
      : `it was not seen to ${awaitedWords(ground.machine.install?.ready)}`;
  return failed(`the machine was to boot ${name}, but ${why} within ${readyMs / 60_000} min`);
}

/** What shows that something runs that is not our agent, but for a call; null: nothing yet. */
function runsBy(ready: Ready | undefined, ground: Ground): string | null {
  const { facts } = ground;
  if (facts.power !== 'On' || !hasGone(ground)) return null;
  if (ready?.kind === 'powerOn' && facts.pastPost !== false) return 'power is On, past POST, and the agent has gone';
  const listens = ready?.kind === 'tcp' ? listensOn(ready, ground) : null;
  return listens && `${listens.address} takes connections on port ${listens.port}`;
}

/** A look shows the machine from a while after its agent was last heard of. */
export function hasGone(ground: Ground): boolean {
  const last = ground.seen?.last?.at;
  return last !== undefined && isAfterAgent(last, ground);
}

const isAfterAgent = (at: Ticks, { seen, since }: Ground): boolean =>
  at - Math.max(seen?.agent?.at ?? 0, since) >= goneMs;

/** What took the connection is not the agent, nor what was there before it: it was asked a while after it too. */
function listensOn({ port, addresses }: Listening, ground: Ground): Listens | null {
  const listens = ground.seen?.listens;
  if (listens?.port !== port || !addresses.includes(listens.address)) return null;
  return isAfterAgent(listens.at, ground) ? listens : null;
}

function awaitedWords(ready: Ready | undefined): string {
  switch (ready?.kind) {
    case 'powerOn':
      return 'be on and past POST without our agent';
    case 'tcp':
      return `take a connection on port ${ready.port}`;
    default:
      return 'call home';
  }
}
