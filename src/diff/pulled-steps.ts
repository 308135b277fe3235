import type { Expected } from '../model/expected.ts';
import type { Machine } from '../model/fleet.ts';
import type { RequestId } from '../model/names.ts';
import { never } from '../model/never.ts';
import type { Arguments } from '../model/plan.ts';
import {
  attemptsMax,
  brokenStepOf,
  brokenWords,
  clusterOf,
  hasBegun,
  isBooted,
  isOurMediumIn,
  methodOf,
  type PulledRequest,
} from './boot-attempt.ts';
import { disksOf, whyNotOneDrive } from './find-disks.ts';
import type { Ground } from './ground.ts';
import { whyNotFetched } from './http-boot.ts';
import { isIso, isoMethodOf, runningIsoOf } from './iso-boot.ts';
import { isoStanding, isoSteps } from './iso-standing.ts';
import { hasGone, readyStanding } from './ready.ts';
import { isRelease, memberOf } from './release.ts';
import { failed, held, next, noBoot, obeyMs, powerDown, type Standing, unsupported, waits } from './standing.ts';
import { followedBy, startFrom } from './start-from.ts';

/**
 * Where an Install, an Erase or an Inspect stands (docs/boot.md): what makes the machine start our agent, the agent's own
 * step, and what is cleared away after it.
 */
export function pulledStanding(id: RequestId, request: PulledRequest, ground: Ground): Standing {
  const { steps, work, verb } = request;
  if (work.iso && (!work.takenBack || isBooted(request))) return isoStanding(id, request, work.iso, ground);
  const broken = brokenStepOf(request);
  if (steps[verb] || broken || work.takenBack) return afterwards(id, request, broken, ground);
  if (isRelease(id)) {
    const before = releaseFirst(id, request, ground);
    if (before) return before;
  }
  if (!ground.fleet.boot) return unsupported(noBoot);
  const args = argumentsOf(id, request, ground.machine);
  if (args === null) return failed('the manifest no longer says what it was asked to do');
  const because = becauseOf(id, request, args);
  const unfit = hasBegun(request) ? null : whyNotBegun(id, request, args, ground);
  if (unfit) return unfit;
  return boot(id, request, args, because, ground);
}

/** A machine that is taken out of use leaves its cluster, is shut down, and then has its disks erased, if any are ours. */
function releaseFirst(id: RequestId, request: PulledRequest, ground: Ground): Standing | null {
  const { machine, fleet, facts } = ground;
  const { steps, work } = request;
  const cluster = clusterOf(fleet, machine) ?? memberOf(ground.clusters, machine.name);
  if (!hasBegun(request) && cluster !== null) {
    return held(
      'InCluster',
      `it is a member of the cluster ${cluster}; take it out of its manifest, and have it leave`,
    );
  }
  const disks = work.disks ?? [];
  if (disks.length > 0 && !hasBegun(request)) {
    if (!fleet.boot) return unsupported(noBoot);
    const unfit = whyNotBegun(id, request, { verb: 'Erase', disks }, ground);
    if (unfit) return unfit;
    // It is not shut down for something that cannot be done then.
    const method = methodOf(fleet.boot, facts);
    if ('reason' in method) return held(method.reason, method.message);
  }
  const isStarting = Boolean(work.attempts) || steps.InsertMedia || steps.SetBootOnce || steps.PowerOn;
  const because = 'lifecycle: decommission is declared';
  if (!isStarting && facts.power !== 'Off') {
    const down = powerDown(because, request, facts);
    return disks.length === 0 ? down : followedBy(down, [{ verb: 'Erase', disks }]);
  }
  // The ISO that it ran from.
  if (disks.length === 0 && isOurMediumIn(request, facts)) {
    return steps.EjectMedia ? failed('our medium could not be ejected') : next({ verb: 'EjectMedia' }, because);
  }
  return disks.length === 0 ? { kind: 'satisfied', evidence: 'power is Off; no disk of it was ever installed' } : null;
}

/** What the agent is told; null: no commit says it any more. */
function argumentsOf(id: RequestId, { verb, work }: PulledRequest, machine: Machine): Arguments | null {
  switch (verb) {
    case 'Inspect':
      return { verb };
    case 'Erase': {
      const disks = work.disks ?? machine.operations.find((operation) => operation.id === id)?.disks;
      return disks && disks.length > 0 ? { verb, disks } : null;
    }
    case 'Install': {
      const { install } = machine;
      if (install?.id !== id) return null;
      const { image, disk, overwrite } = install;
      const onto = disk === undefined ? {} : { disk };
      return { verb, image: image.name, sha256: image.sha256, ...onto, overwrite };
    }
    default:
      return never(verb);
  }
}

function becauseOf(id: RequestId, { work }: PulledRequest, args: Arguments): string {
  const attempt = work.attempts ? `, boot attempt ${work.attempts + 1} of ${attemptsMax}` : '';
  if (args.verb === 'Install') {
    const where = args.disk === undefined ? 'from memory' : `on disk ${args.disk.value}`;
    return `install ${id} asks for ${args.image} ${where}${attempt}`;
  }
  if (isRelease(id)) return `lifecycle: decommission is declared${attempt}`;
  return `operation ${id} asks for ${args.verb}${attempt}`;
}

/** Why it is not even begun. */
function whyNotBegun(id: RequestId, request: PulledRequest, args: Arguments, ground: Ground): Standing | null {
  const { facts, seen } = ground;
  for (const disk of disksOf(args)) {
    const message = whyNotOneDrive(disk, seen?.hardware?.drives ?? facts.hardware?.drives ?? [], seen?.inside);
    if (message) return held('DiskAmbiguous', message);
  }
  return whyNotInstalled(id, request, ground) ?? whyNotFetched(ground);
}

function whyNotInstalled(id: RequestId, { verb }: PulledRequest, { fleet, machine, facts }: Ground): Standing | null {
  const { install } = machine;
  if (verb !== 'Install' || install?.id !== id) return null;
  const method = install.image.format === 'iso' && fleet.boot ? isoMethodOf(fleet.boot, facts) : null;
  if (method && 'reason' in method) return held(method.reason, method.message);
  const unseen = whyNotReached(machine);
  if (unseen) return unseen;
  const cluster = clusterOf(fleet, machine);
  if (cluster !== null) {
    return unsupported(
      `it is a member of the cluster ${cluster}, and this version does not hand out what lets a node join`,
    );
  }
  if (machine.power !== 'Off') return null;
  return held('WaitingForPower', 'power: Off is declared, and what is installed is to run; say On, or leave power out');
}

/** What nobody may connect to would be waited for in vain, long after its disk was written. */
function whyNotReached({ install, links = [] }: Machine): Standing | null {
  if (install?.ready.kind !== 'tcp' || install.ready.addresses.length > 0) return null;
  const isStatic = links.some(({ addresses }) => addresses.length > 0);
  const why = isStatic
    ? 'none of its static addresses is within ranges.provisioning; say phoneHome or powerOn, or give it one that is'
    : 'it has no static address to connect to; say phoneHome or powerOn, or give it a static address';
  return unsupported(`ready: tcp:${install.ready.port} is asked for, and ${why}`);
}

/** One boot attempt, and the agent's step at its end. */
function boot(id: RequestId, request: PulledRequest, args: Arguments, because: string, ground: Ground): Standing {
  const { fleet, facts, known, machine } = ground;
  const { steps, work } = request;
  const chosen = fleet.boot ? methodOf(fleet.boot, facts) : { reason: 'Unsupported' as const, message: noBoot };
  if ('reason' in chosen) return held(chosen.reason, chosen.message);
  // What was begun one way goes on like this, whatever the BMC says that it offers now.
  const method = steps.InsertMedia ? 'VirtualMedia' : chosen.method;
  const eject: readonly Arguments[] = method === 'VirtualMedia' ? [{ verb: 'EjectMedia' }] : [];
  const later = isIso(machine, id) ? [...eject, ...isoSteps(fleet.boot, facts)] : eject;
  if (isBooted(request)) return next(args, because, later);
  const stale = Boolean(work.attempts) || runningIsoOf(known) !== null;
  return startFrom(method, request, facts, stale, because, [args, ...later]);
}

/** The agent's step has ended, or will never begin: our medium goes out, the agent is told what to do, and does it. */
function afterwards(id: RequestId, request: PulledRequest, broken: string | undefined, ground: Ground): Standing {
  const { steps, work, verb } = request;
  const { facts } = ground;
  const end = steps[verb];
  const why = end === 'failed' || broken === undefined ? '' : brokenWords(broken, steps[broken]);
  if (isOurMediumIn(request, facts)) {
    if (steps.EjectMedia && steps.InsertMedia) return failed('our medium could not be ejected');
    return next({ verb: 'EjectMedia' }, end === 'done' ? `${verb} is done` : `${verb} for ${id} is over`);
  }
  const bad = end === 'done' ? null : failed(why);
  // No agent runs there.
  if (!end) return bad ?? { kind: 'satisfied' };
  const told = nextOf(request);
  switch (told) {
    case 'halt': {
      if (facts.power === 'Off') return bad ?? { kind: 'satisfied' };
      if (steps['PowerOff/force']) return failed('the power was cut and the machine stayed on');
      if (ground.wall - (work.endedAt ?? 0) < obeyMs) return waits('Stale', 'the agent is to power the machine off');
      // Nobody asks for it any more: perhaps what stands there now is another board, which that agent never ran on (law 4).
      if (work.takenBack) return bad ?? { kind: 'satisfied' };
      return next({ verb: 'PowerOff', force: true }, 'the agent was told to power the machine off, and did not');
    }
    case 'reboot':
      if (verb === 'Install' && end === 'done') return readyStanding(request, ground);
      if (hasGone(ground) || ground.wall - (work.endedAt ?? 0) >= obeyMs) return bad ?? { kind: 'satisfied' };
      return waits('Stale', 'the agent is to restart the machine');
    default:
      return never(told);
  }
}

/**
 * What the agent is told when nothing is left to do: reboot after an install, off after an erase, and else whatever the
 * machine was before. With a disk that was written to half there is nothing that it could start.
 */
export function nextOf({ verb, steps, work }: PulledRequest): 'reboot' | 'halt' {
  if (verb === 'Erase') return 'halt';
  if (verb === 'Install' && steps.Install === 'done') return 'reboot';
  if (verb === 'Install' && work.disks && work.disk !== 'untouched') return 'halt';
  return work.from === 'Off' ? 'halt' : 'reboot';
}

/** What the agent is told now: null while it is to wait. `isOut`: no medium of ours is in. */
export function toldOf(id: RequestId, request: PulledRequest, machine: Machine, isOut: boolean): Expected['next'] {
  const { steps, work, verb } = request;
  const end = steps[verb];
  if (!end) return null;
  // A kernel that nobody asks for any more is not started.
  const isForgone = work.takenBack && verb === 'Install' && work.disks === undefined;
  const next = isForgone ? 'disk' : nextOf(request);
  const isIsoNext = end === 'done' && !work.takenBack && isIso(machine, id);
  if (!isIsoNext && !work.iso) return isOut ? next : null;
  // It is reset into its ISO by the BMC.
  const isOver = isBooted(request) || work.takenBack || brokenStepOf(request) !== undefined;
  return isOver && isOut ? next : null;
}
