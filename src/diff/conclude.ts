import type { Fleet, Machine } from '../model/fleet.ts';
import type { Facts, Identity, Inventory, Sighting } from '../model/inventory.ts';
import { type MachineMemory, type Memory, type Open, type Requested, stepOf } from '../model/memory.ts';
import type { Instant, MachineName, RequestId, Ticks } from '../model/names.ts';
import type { Outcome } from '../model/outcome.ts';
import { finish, type Steps } from '../model/steps.ts';
import { correct } from './drift.ts';
import { matches } from './identity.ts';
import { resolve } from './resolve.ts';
import { rotate, rotationOf } from './rotate.ts';
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
      current = applyOutcome(known, known.open, outcome);
    }
    const machine = manifests.get(name);
    if (!current.open) current = supersede(machine, current);
    if (machine && !current.open) {
      current = advance(machine, current, seen?.last?.facts, (seen?.fullAt ?? -1) >= now.acceptedAt, now);
      if (seen) current = correct(fleet, machine, memory.accepted ?? '', current, seen);
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

/** A step that is lost more often is no accident any more. */
const lostMax = 3;

/** An intent's end, as memory. What was withdrawn leaves no trace: it never left. */
export function applyOutcome(known: MachineMemory, open: Open, outcome: Outcome): MachineMemory {
  const { open: _, ...rest } = known;
  const request = known.requests[open.request];
  if (!request || outcome.kind === 'withdrawn') return rest;
  if (outcome.kind === 'lost') {
    const step = stepOf(open.args);
    const count = (request.lost?.[step] ?? 0) + 1;
    const lost = { ...request.lost, [step]: count };
    const steps = count > lostMax ? { ...request.steps, [step]: 'failed' as const } : request.steps;
    return { ...rest, requests: { ...known.requests, [open.request]: { ...request, steps, lost } } };
  }
  const next: Requested = {
    ...request,
    steps: { ...request.steps, [stepOf(open.args)]: outcome.kind },
    ...(outcome.kind === 'unknown' ? { state: 'unknown' } : {}),
    ...(outcome.kind === 'done' ? {} : { message: outcome.message }),
  };
  return { ...rest, requests: { ...known.requests, [open.request]: next } };
}

/** What was begun and is no longer asked for, or not like this, is over: its id is spent, its place is free. */
function supersede(machine: Machine | undefined, known: MachineMemory): MachineMemory {
  const asked = (id: RequestId, { spec }: Requested): boolean => {
    if (machine?.management !== 'manage') return false;
    if (id.startsWith('rotate:')) return machine.bmc.account?.rotateMs !== undefined && id === rotationOf(known);
    if (!id.includes(':')) return machine.operations.some((o) => o.id === id && o.spec === spec);
    const base = id.split('#')[0];
    return Object.values(known.declared).some((declared) => declared.request === base);
  };
  const over = Object.entries(known.requests).filter(
    ([id, request]) => request.state === 'pending' && !asked(id, request),
  );
  if (over.length === 0) return known;
  const superseded = over.map(([id, request]) => [id, { ...request, state: 'superseded' }] as const);
  return { ...known, requests: { ...known.requests, ...Object.fromEntries(superseded) } };
}

function advance(
  machine: Machine,
  known: MachineMemory,
  facts: Facts | undefined,
  inspected: boolean,
  now: Now,
): MachineMemory {
  const changed: Record<RequestId, Requested> = {};
  for (const [id, request] of Object.entries(known.requests)) {
    const next = advanceRequest(machine, known, id, request, facts, inspected, now);
    if (next !== request) changed[id] = next;
  }
  // The same object while nothing changed: what is derived from it can be kept.
  return Object.keys(changed).length > 0 ? { ...known, requests: { ...known.requests, ...changed } } : known;
}

function advanceRequest(
  machine: Machine,
  known: MachineMemory,
  id: RequestId,
  request: Requested,
  facts: Facts | undefined,
  inspected: boolean,
  now: Now,
): Requested {
  // A declared value that came true after all, by whatever hand, is as declared.
  const retried = id.includes(':') && (request.state === 'failed' || request.state === 'unknown');
  if (retried && facts && standingOf(machine, known, id, facts).kind === 'satisfied') {
    return done(request);
  }
  if (request.state !== 'pending') return request;
  const operation = machine.operations.find((o) => o.id === id);
  const started = Object.keys(request.steps).length > 0;
  if (operation && !started && now.wall > operation.notAfter) return { ...request, state: 'expired' };
  if (operation?.verb === 'Inspect') return inspected ? done(request) : request;
  if (!facts) return request;
  const standing = standingOf(machine, known, id, facts);
  if (standing.kind === 'satisfied') return done(request);
  if (standing.kind === 'failed') {
    const message = request.message ? `${standing.message}: ${request.message}` : standing.message;
    return { ...request, state: 'failed', message };
  }
  return request;
}

/** What went wrong on the way is of no interest any more. */
function done(request: Requested): Requested {
  const { message: _, ...rest } = request;
  return { ...rest, state: 'done' };
}
