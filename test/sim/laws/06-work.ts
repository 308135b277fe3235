import { bootableOf, holdsOf } from '../../../src/twin/host/disk.ts';
import type { Evidence } from '../evidence.ts';
import { lastHolds, lastRequests } from '../last-status.ts';
import { isRecord, type Ledger } from '../ledger.ts';
import { disksOf, formatOf, type InstallWish, imageDigest, type MachineWish } from '../people.ts';
import type { ActKind } from '../scenario.ts';

/** What is installed and erased in the end is what the last commit asks for, or its request says why not. */
export function unfinishedWork({ evidence, heads, wishAt }: Ledger): readonly string[] {
  const wish = wishAt(heads.at(-1)?.head ?? null);
  if (!wish?.boot || evidence.settledAt === null) return [];
  return wish.machines.flatMap((machine) => [
    ...uninstalled(evidence, machine),
    ...unerased(evidence, machine),
    ...unreleased(evidence, machine),
    ...leftIn(evidence, machine),
  ]);
}

function uninstalled(evidence: Evidence, machine: MachineWish): readonly string[] {
  const { install, station, name } = machine;
  if (!install || machine.decommission) return [];
  if (formatOf[install.image] !== 'raw') return unstarted(evidence, machine, install);
  const disk = evidence.finally[station]?.disks.find(({ serial }) => serial === install.disk);
  const system = disk ? bootableOf(disk) : null;
  if (system?.kind === 'image' && system.sha256 === imageDigest(install.image)) return [];
  // A commit that is reverted asks again for what was done before the one that is there now.
  const done = evidence.finished.filter((one) => one.station === station && one.verb === 'Install');
  const since = done.findLast(({ request }) => request === install.id)?.at ?? Number.POSITIVE_INFINITY;
  const isErasedSince =
    machine.operations.some(({ serials = [] }) => serials.includes(install.disk)) ||
    // It was begun, and nobody asks for it any more.
    evidence.handed.some(
      (one) =>
        one.station === station &&
        one.verb === 'Erase' &&
        one.at > since &&
        one.disks.includes(`serial:${install.disk}`),
    );
  const isReplacedSince = done.some(({ request }) => request === install.id) && done.at(-1)?.request !== install.id;
  const state = stateOf(evidence, machine, install.id);
  if (isErasedSince || isReplacedSince || isExcused(evidence, machine, state)) return [];
  // An id that is spent is not good for another image or disk.
  if (state !== 'pending' && wasOther(evidence, machine, install)) return [];
  // What was refused because of what is on the disk is as it should be.
  if (!install.overwrite && state === 'failed') return [];
  return [`${name}: ${install.id} is ${state}, and its disk is not installed`];
}

const wasOther = ({ commits }: Evidence, { station }: MachineWish, { id, disk, image }: InstallWish): boolean =>
  [...commits.values()]
    .flatMap(({ wish }) =>
      wish.machines.flatMap((one) => (one.station === station && one.install ? [one.install] : [])),
    )
    .some((one) => one.id === id && (one.disk !== disk || one.image !== image));

/** What runs from memory was started, by whatever was there last of those that were asked for. */
function unstarted(evidence: Evidence, machine: MachineWish, install: InstallWish): readonly string[] {
  const { id, image } = install;
  const { station, name } = machine;
  const state = stateOf(evidence, machine, id);
  const isStarted = evidence.started.some((one) => one.station === station && one.sha256 === imageDigest(image));
  // A process that died while it sent an ISO does not know what arrived.
  const isLost = formatOf[image] === 'iso' && evidence.deaths.length > 0 && state === 'unknown';
  // Nor does a host that takes over know of a call home that another one took, and did not live to publish.
  const isUnheard = isStarted && evidence.scenario.hosts > 1 && evidence.deaths.length > 0 && state === 'failed';
  // Whether it was really started is law 12's.
  if (state === 'done' || isLost || isUnheard || isExcused(evidence, machine, state)) return [];
  if (state !== 'pending' && wasOther(evidence, machine, install)) return [];
  return [`${name}: ${id} is ${state}, and its image was ${isStarted ? '' : 'not '}started`];
}

function unerased(evidence: Evidence, machine: MachineWish): readonly string[] {
  return machine.operations.flatMap(({ id, serials }) => {
    if (!serials || machine.install) return [];
    const disks = evidence.finally[machine.station]?.disks.filter(({ serial }) => serials.includes(serial)) ?? [];
    if (disks.every((disk) => holdsOf(disk).length === 0 && disk.body.kind !== 'old')) return [];
    const state = stateOf(evidence, machine, id);
    // What was installed on it once was installed after it was erased, or the other way round.
    if (isExcused(evidence, machine, state) || disks.some(({ body }) => body.kind === 'image')) return [];
    return [`${machine.name}: ${id} is ${state}, and a disk is not blank`];
  });
}

/** What is taken out of use holds nothing any more of what was installed on it. */
function unreleased(evidence: Evidence, machine: MachineWish): readonly string[] {
  const { decommission, install, station, name } = machine;
  const disk = evidence.finally[station]?.disks.find(({ serial }) => install && disksOf(install).includes(serial));
  if (!decommission || !disk || holdsOf(disk).length === 0) return [];
  const id = Object.keys(lastRequests(evidence, machine) ?? {}).findLast((one) => one.endsWith(':release'));
  // What was declared before memory began has no request.
  const state = id === undefined ? 'assumed' : stateOf(evidence, machine, id);
  if (isExcused(evidence, machine, state)) return [];
  return [`${name} is taken out of use, which is ${state}, and ${disk.serial} is not blank`];
}

const isChanged = ({ scenario }: Evidence, station: number, how: 'delete' | 'rename'): boolean =>
  scenario.acts.some((act) => act.kind === 'commit' && act.change.kind === how && act.change.station === station);

/** No medium of ours stays in a machine. */
function leftIn(evidence: Evidence, { station, name }: MachineWish): readonly string[] {
  const { finally: ends, interventions, scenario } = evidence;
  // Whose memory is lost does not know any more which medium was ours.
  const isForgotten =
    interventions.some(({ kind }) => kind === 'amnesia' || kind === 'host-lost' || kind === 'board') ||
    scenario.acts.some(({ kind }) => kind === 'status' || kind === 'main' || kind === 'lease') ||
    // Whoever is deleted under one name and put back under another begins anew.
    (isChanged(evidence, station, 'delete') && isChanged(evidence, station, 'rename'));
  const { media = 0 } = ends[station] ?? {};
  // An ISO may be read for as long as it runs.
  const last = evidence.started.findLast((one) => one.station === station);
  const runs = last?.kind === 'iso' && !evidence.handed.some((one) => one.station === station && one.at > last.at);
  // Whose manifest was gone when firmware asked for it was sent nothing: whether it runs nobody knows.
  const mayRun = isChanged(evidence, station, 'delete') && wasGivenIso(evidence, station);
  return media > 0 && !runs && !mayRun && !isForgotten && !isStuckIn(evidence, station)
    ? [`${name} has a medium in it still`]
    : [];
}

/** The last work that left for it was for an ISO. */
function wasGivenIso({ handed, commits }: Evidence, station: number): boolean {
  const last = handed.findLast((one) => one.station === station);
  const wishes = [...commits.values()].flatMap(({ at, wish }) => (last && at <= last.at ? wish.machines : []));
  const install = wishes.findLast((one) => one.station === station)?.install;
  return last?.verb === 'Install' && install !== undefined && formatOf[install.image] === 'iso';
}

/** It was asked to go out, and did not, which was said: once sent, that is for people to do (law 2). */
export function isStuckIn({ events, commits }: Evidence, station: number): boolean {
  const wishes = [...commits.values()].flatMap(({ wish }) => wish.machines);
  const names = new Set(wishes.filter((one) => one.station === station).map(({ name }) => name));
  return events.some(
    ({ event }) =>
      event.kind === 'ended' &&
      event.verb === 'EjectMedia' &&
      names.has(event.machine) &&
      (event.outcome.kind === 'failed' || event.outcome.kind === 'unknown'),
  );
}

const ended = new Set(['assumed', 'failed', 'expired', 'superseded', 'unknown']);
const causes = new Set<ActKind>([
  'port',
  'password',
  'amnesia',
  'wipe-host',
  'rollback',
  'status',
  'lease',
  'main',
  'pause',
]);

/** It ended otherwise, and something happened that may well be the reason: no crash is among that. */
function isExcused(evidence: Evidence, machine: MachineWish, state: string): boolean {
  const { scenario, commits, deaths } = evidence;
  // Whether the reason is a good one is asked of every hold.
  if (state === 'held') return true;
  const isHeld = lastHolds(evidence).some((hold) => hold.machine === machine.name && hold.reason !== 'Unreachable');
  // Whoever runs the agent can lie about what it did, and whoever has its token do it elsewhere.
  const lied = scenario.acts.some(
    (act) => act.kind === 'host' && (act.fault === 'lies' || act.fault === 'twice') && act.station === machine.station,
  );
  if (lied && state === 'done') return true;
  // Another host takes over: what was about to be sent it does not know, and what nobody has published it takes as done.
  if (scenario.hosts > 1 && deaths.length > 0 && (state === 'unknown' || state === 'assumed')) return true;
  if (!ended.has(state) && !isHeld) return false;
  return (
    [...commits.values()].some(({ wish }) => {
      const then = wish.machines.find(({ station }) => station === machine.station);
      return then === undefined || then.management !== 'manage' || then.parked || then.protected || wish.broken;
    }) ||
    scenario.acts.some(
      (act) => causes.has(act.kind) || ('station' in act && act.station === machine.station && act.kind !== 'part'),
    )
  );
}

/** What the last status says of a request; `held`: it waits, and a hold says for what. */
function stateOf(evidence: Evidence, machine: MachineWish, id: string): string {
  const request = lastRequests(evidence, machine)?.[id];
  if (!isRecord(request)) return 'unknown to the status';
  const isHeld = lastHolds(evidence).some((hold) => hold.machine === machine.name && hold.request === id);
  return request.state === 'pending' && isHeld ? 'held' : String(request.state);
}
