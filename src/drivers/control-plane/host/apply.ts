import type { Applied, Release } from '../../../model/component.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Shell } from '../../../ports/shell.ts';
import { type Brought, bring } from './bring.ts';
import { differencesOf, illness, unreadable } from './compare.ts';
import { finish, type Removed, remove, versionsOf } from './finish.ts';
import type { Ground } from './ground.ts';
import { look } from './look.ts';
import { recordOf } from './reading.ts';
import type { HostRecord } from './record.ts';
import { stepsOf } from './step.ts';
import type { Work } from './work.ts';

/** One release on one host, from whatever is there to healthy, or back. */
export async function apply(
  ground: Ground,
  shell: Shell,
  clock: Clock,
  release: Release,
  signal: AbortSignal,
  mayAct: () => boolean,
): Promise<Applied> {
  const placed = ground.place(release);
  if (!placed.ok) return unapplied('host', placed.error);
  const seen = await look(shell, ground, [placed.value], true, signal);
  if (seen.kind === 'missed') return unapplied('host', seen.message);
  const [reading] = seen.readings;
  if (reading === undefined) return unapplied('host', 'the host said nothing of it');
  const record = recordOf(reading);
  if (!record.ok) return unapplied('host', unreadable(ground, release, record.error));

  const steps = stepsOf(shell, ground.base, release.component, signal, mayAct);
  const foreign = [...new Set(seen.others.flatMap(({ packages }) => packages))];
  const work: Work = { ground, shell, clock, steps, signal, foreign };
  if (release.state === 'absent') {
    // Nothing of ours was ever here.
    if (reading.head === null) return { kind: 'healthy' };
    return ended(await remove(work, record.value), { kind: 'healthy' });
  }

  const known = record.value.healthy?.digest === release.digest && record.value.attempts.length === 0;
  if (
    known &&
    differencesOf(ground, placed.value, reading).words.length === 0 &&
    illness(placed.value, reading) === ''
  ) {
    return { kind: 'healthy' };
  }
  const objection = await ground.objection(placed.value);
  if (objection) return { kind: 'unapplied', ...objection };
  const brought = await bring(work, placed.value, record.value, reading, 'forward');
  return conclude(work, release, record.value, brought);
}

const unapplied = (reason: 'host', message: string): Applied => ({ kind: 'unapplied', reason, message });
const interrupted = (message: string): Applied => ({ kind: 'interrupted', message });

async function conclude(work: Work, release: Release, record: HostRecord, brought: Brought): Promise<Applied> {
  switch (brought.kind) {
    case 'healthy':
      return ended(await finish(work, release, record, versionsOf(release, brought.reading)), { kind: 'healthy' });
    case 'cut':
      return brought.changed ? interrupted(brought.message) : unapplied('host', brought.message);
    case 'unfit':
      return { kind: 'unapplied', reason: brought.reason, message: brought.message };
    case 'failed':
      return goBack(work, release, record, brought.message);
  }
}

/** What did not get healthy makes way for what was, or for nothing. */
async function goBack(work: Work, release: Release, record: HostRecord, message: string): Promise<Applied> {
  const { healthy } = record;
  if (healthy === null) {
    const removed = await remove(work, { ...record, attempts: [...record.attempts, release] });
    return ended(removed, { kind: 'rolled-back', to: null, message });
  }
  if (healthy.digest === release.digest) {
    // It was healthy here as it is, so the fault lies elsewhere; there is nothing better to go back to.
    const settled = await finish(work, release, record, record.versions);
    return ended(settled, {
      kind: 'unapplied',
      reason: 'host',
      message: `${healthy.version} was healthy on this host before, and is in place; it does not get healthy again: ${message}`,
    });
  }
  const pinned: Release = {
    ...healthy,
    packages: healthy.packages.map(({ name, version }) => {
      const exact = record.versions[name] ?? version;
      return exact === undefined ? { name } : { name, version: exact };
    }),
  };
  const placed = work.ground.place(pinned);
  if (!placed.ok) return interrupted(`${message}; and what ran before cannot be put back: ${placed.error}`);
  const seen = await look(work.shell, work.ground, [placed.value], false, work.signal);
  const [reading] = seen.kind === 'read' ? seen.readings : [];
  if (reading === undefined) {
    return interrupted(
      `${message}; and then the host did not answer: ${seen.kind === 'missed' ? seen.message : 'no reading'}`,
    );
  }
  const attempted = { ...record, attempts: [...record.attempts, release] };
  const back = await bring(work, placed.value, attempted, reading, 'back');
  switch (back.kind) {
    case 'healthy':
      return ended(await finish(work, healthy, attempted, versionsOf(healthy, back.reading)), {
        kind: 'rolled-back',
        to: healthy.version,
        message,
      });
    case 'failed':
      return ended(await finish(work, healthy, attempted, record.versions), {
        kind: 'rolled-back',
        to: healthy.version,
        message: `${message}; ${healthy.version} was put back, and is not healthy either: ${back.message}`,
      });
    default:
      return interrupted(`${message}; and ${healthy.version} could not be put back: ${back.message}`);
  }
}

const ended = (step: Removed, applied: Applied): Applied =>
  step.kind === 'done' ? applied : interrupted(step.message);
