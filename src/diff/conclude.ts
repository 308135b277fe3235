import type { Fleet, Machine } from '../model/fleet.ts';
import type { Identity, Inventory, Sighting } from '../model/inventory.ts';
import type { MachineMemory, Memory, Open, Requested } from '../model/memory.ts';
import type { Instant, MachineName, RequestId, Ticks } from '../model/names.ts';
import type { Outcome } from '../model/outcome.ts';
import { finish, type Steps } from '../model/steps.ts';
import { applyOutcome, withRelapses } from './apply-outcome.ts';
import { hasBegun, isBooted, isPulledRequest, underWayOf } from './boot-attempt.ts';
import { correct } from './drift.ts';
import type { Ground } from './ground.ts';
import { matches } from './identity.ts';
import { withIso } from './iso-boot.ts';
import { resolve } from './resolve.ts';
import { rotate, rotationOf } from './rotate.ts';
import type { Standing } from './standing.ts';
import { standingOf } from './steps.ts';

export interface Ended {
  readonly machine: MachineName;
  readonly open: Open;
  readonly outcome: Outcome;
}

export interface Now {
  /** Wall clock: for windows, expiry and what people wrote. */
  readonly wall: Instant;
  /** Monotonic clock: for freshness and patience. */
  readonly ticks: Ticks;
  /** When this process took in the accepted commit: a full look from before answers no request to inspect. */
  readonly acceptedAt: Ticks;
}

/** Draws from what was seen since: which intents have come to an end, and which requests with them. Sends nothing. */
export const conclude = (memory: Memory, fleet: Fleet, inventory: Inventory, now: Now): Conclusion =>
  finish(concluding(memory, fleet, inventory, now));

export interface Conclusion {
  readonly memory: Memory;
  readonly ended: readonly Ended[];
  /** Requests that came to a bad end just now. */
  readonly failed: number;
}

export function* concluding(memory: Memory, fleet: Fleet, inventory: Inventory, now: Now): Steps<Conclusion> {
  let failed = 0;
  const ended: Ended[] = [];
  const machines = new Map<MachineName, MachineMemory>();
  const manifests = new Map(fleet.machines.map((machine) => [machine.name, machine]));
  for (const [name, known] of memory.machines) {
    yield;
    const seen = ofThisMachine(inventory.get(name), manifests.get(name)?.identity);
    let current = known;
    const since = known.open?.sentAt;
    const outcome =
      known.open && since !== undefined ? resolve(known.open, since, inventory.get(name), now.ticks) : null;
    if (known.open && outcome) {
      ended.push({ machine: name, open: known.open, outcome });
      current = applyOutcome(known, known.open, outcome, now.wall);
    }
    const machine = manifests.get(name);
    if (!current.open) current = supersede(machine, current);
    if (machine && !current.open) {
      current = advance({ fleet, machine, clusters: memory.clusters, seen }, current, now);
      // Whoever works on the machine has not declared what it is meanwhile.
      if (seen && underWayOf(current) === null) current = correct(fleet, machine, memory.accepted ?? '', current, seen);
      current = rotate(machine, memory.accepted ?? '', withProved(current, seen, now.wall), now.wall);
    }
    machines.set(name, current);
    failed += newlyFailed(known, current);
  }
  return { memory: { ...memory, machines }, ended, failed };
}

/** Whichever password let us in is the one in force, also where it was thought to have been refused. */
function withProved(known: MachineMemory, seen: Sighting | undefined, wall: Instant): MachineMemory {
  const grant = seen?.last?.facts.login;
  return grant === undefined || grant === known.account?.grant ? known : { ...known, account: { grant, since: wall } };
}

/** Another machine at the address is not this one: nothing that it shows is so of this one. */
function ofThisMachine(seen: Sighting | undefined, identity: Identity | undefined): Sighting | undefined {
  if (!seen?.last || !identity || matches(identity, seen.last.facts.identity)) return seen;
  const { last: _, fullAt: __, ...rest } = seen;
  return rest;
}

/** Requests that came to a bad end just now. */
const newlyFailed = (before: MachineMemory, after: MachineMemory): number =>
  Object.entries(after.requests).filter(
    ([id, { state }]) => (state === 'failed' || state === 'unknown') && before.requests[id]?.state === 'pending',
  ).length;

/** What was begun and is no longer asked for, or not like this, is over: its id is spent, its place is free. */
function supersede(machine: Machine | undefined, known: MachineMemory): MachineMemory {
  const asked = (id: RequestId, { spec }: Requested): boolean => {
    if (machine?.management !== 'manage') return false;
    if (id.startsWith('rotate:')) return machine.bmc.account?.rotateMs !== undefined && id === rotationOf(known);
    if (!id.includes(':')) {
      const { operations, install } = machine;
      return operations.some((o) => o.id === id && o.spec === spec) || (install?.id === id && install.spec === spec);
    }
    const base = id.split('#')[0];
    return Object.values(known.declared).some((declared) => declared.request === base);
  };
  const over = Object.entries(known.requests).filter(
    ([id, request]) => request.state === 'pending' && !asked(id, request),
  );
  const ends = over.map(([id, request]) => [id, takenBack(request)] as const);
  if (ends.every(([id, request]) => request === known.requests[id])) return known;
  return { ...known, requests: { ...known.requests, ...Object.fromEntries(ends) } };
}

/**
 * What makes a machine start our agent is cleared away first. While the machine is not ours to touch that waits: our medium is
 * still in it when it is managed again.
 */
function takenBack(request: Requested): Requested {
  if (!isPulledRequest(request) || !hasBegun(request)) return { ...request, state: 'superseded' };
  return request.work.takenBack ? request : { ...request, work: { ...request.work, takenBack: true } };
}

/** What a machine's requests are seen against, but for the facts, which may be missing. */
type Around = Pick<Ground, 'fleet' | 'machine' | 'clusters' | 'seen'>;

function advance(around: Around, known: MachineMemory, now: Now): MachineMemory {
  const changed: Record<RequestId, Requested> = {};
  for (const [id, request] of Object.entries(known.requests)) {
    const next = advanceRequest(around, known, id, request, now);
    if (next !== request) changed[id] = next;
  }
  // The same object while nothing changed: what is derived from it can be kept.
  return Object.keys(changed).length > 0 ? { ...known, requests: { ...known.requests, ...changed } } : known;
}

function advanceRequest(around: Around, known: MachineMemory, id: RequestId, request: Requested, now: Now): Requested {
  const { machine, seen, fleet } = around;
  const facts = seen?.last?.facts;
  const standing = (): Standing | null =>
    facts ? standingOf(id, { ...around, known, facts, wall: now.wall, since: now.acceptedAt }) : null;
  // A declared value that came true after all, by whatever hand, is as declared.
  const retried = id.includes(':') && (request.state === 'failed' || request.state === 'unknown');
  if (retried && !request.work && standing()?.kind === 'satisfied') return done(request);
  if (request.state !== 'pending') return request;
  const operation = machine.operations.find((o) => o.id === id);
  if (operation && !hasBegun(request) && now.wall > operation.notAfter) return { ...request, state: 'expired' };
  if (request.verb === 'Inspect' && !fleet.boot) {
    return (seen?.fullAt ?? -1) >= now.acceptedAt ? done(request) : request;
  }
  if (isPulledRequest(request)) {
    const { work } = request;
    // The clock was put back: it is waited for from now, and no longer than it would have been.
    if ((work.endedAt ?? 0) > now.wall) return { ...request, work: { ...work, endedAt: now.wall } };
    const undone = facts ? withRelapses(request, facts) : request;
    if (undone !== request) return undone;
    const booting = facts ? withIso(request, id, machine, facts) : request;
    if (booting !== request) return booting;
  }
  const stands = standing();
  if (stands?.kind === 'satisfied' || (stands?.kind === 'failed' && request.work?.takenBack)) {
    return done(request, stands.kind === 'satisfied' ? stands.evidence : undefined);
  }
  if (stands?.kind === 'failed') {
    const message = [stands.message, request.message].filter(Boolean).join(': ');
    return { ...request, state: isUnclear(request) ? 'unknown' : 'failed', message };
  }
  return request;
}

/**
 * What came of one of its steps is not known, and it was left pending until all that we put in was out again; or an ISO may have
 * been booted, and did not show it.
 */
const isUnclear = (request: Requested): boolean =>
  isPulledRequest(request) &&
  (Object.values(request.steps).includes('unknown') ||
    (request.work.iso !== undefined && isBooted(request) && request.work.home === undefined));

/** What went wrong on the way is of no interest any more. */
function done(request: Requested, shown?: string): Requested {
  const { message: _, ...rest } = request;
  const { work } = request;
  if (work?.takenBack) return { ...rest, state: 'superseded' };
  const evidence = [shown, work?.evidence].filter((one) => one !== undefined).join('; ');
  return { ...rest, state: 'done', ...(work && evidence !== '' ? { work: { ...work, evidence } } : {}) };
}
