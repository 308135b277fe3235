import type { Inside } from '../model/boot.ts';
import type { Fleet, Machine } from '../model/fleet.ts';
import type { Facts, Hardware, Inventory } from '../model/inventory.ts';
import type { MachineMemory, Memory } from '../model/memory.ts';
import type { Instant, MachineName } from '../model/names.ts';
import type { Difference, Hold, Verdict } from '../model/plan.ts';
import { progressOf } from '../model/progress.ts';
import { same } from '../model/same.ts';
import type { MachineInventory, MachineStatus, Rejection, Status } from '../model/status.ts';
import type { Steps } from '../model/steps.ts';
import { summarizeClusters } from './clusters.ts';
import { type ComponentsSeen, summarizeComponents } from './components.ts';
import { type NewCondition, setConditions } from './conditions.ts';
import { changesSince, hardwareUnchanged } from './hardware-change.ts';
import { phaseOf } from './phase.ts';
import type { Steadiness } from './reachability.ts';
import { isErasedInVain, workConditions } from './work.ts';

export interface SummarizeInput {
  readonly memory: Memory;
  /** Null: no commit was ever accepted. */
  readonly fleet: Fleet | null;
  readonly inventory: Inventory;
  readonly verdicts: ReadonlyMap<MachineName, Verdict>;
  readonly steadiness: ReadonlyMap<MachineName, Steadiness>;
  /** Settled hardware by machine (hardware.ts). */
  readonly hardware: ReadonlyMap<MachineName, Hardware>;
  readonly differences: readonly Difference[];
  readonly holds: readonly Hold[];
  readonly rejected: Rejection | null;
  readonly sealed: ReadonlyMap<MachineName, string>;
  readonly components: ComponentsSeen;
  /** About the facility as a whole, beside `Accepted`. */
  readonly conditions: readonly NewCondition[];
  readonly previous: Status | null;
  readonly now: Instant;
}

/** What is published: settled facts only, so that a converged facility makes no commit (law 11). Pure. */
export function* summarize(input: SummarizeInput): Steps<Status> {
  const { memory, fleet, rejected, previous, now } = input;
  const manifests = new Map((fleet?.machines ?? []).map((machine) => [machine.name, machine]));
  const holdsOf = new Map<MachineName, Hold[]>();
  for (const hold of input.holds) holdsOf.set(hold.machine, [...(holdsOf.get(hold.machine) ?? []), hold]);
  const differencesOf = new Map<MachineName, Difference[]>();
  for (const one of input.differences) differencesOf.set(one.machine, [...(differencesOf.get(one.machine) ?? []), one]);
  const said = { holdsOf, differencesOf };
  const machines = new Map<MachineName, MachineStatus>();
  for (const [name, known] of [...memory.machines].sort(([a], [b]) => (a < b ? -1 : 1))) {
    machines.set(name, summarizeMachine(name, known, manifests.get(name), said, input));
    yield;
  }
  const accepted: NewCondition = rejected
    ? { type: 'Accepted', status: 'False', reason: rejected.reason, message: rejected.message }
    : { type: 'Accepted', status: 'True', reason: 'Accepted', message: '' };
  return {
    memory,
    ...(rejected ? { rejected } : {}),
    conditions: setConditions(previous?.conditions, [accepted, ...input.conditions], now),
    machines,
    holds: input.holds,
    sealed: input.sealed,
    ...summarizeClusters(memory, fleet, previous, now),
    ...summarizeComponents(memory, input.components, previous, now),
  };
}

/** What the plan says, by machine. */
interface Said {
  readonly holdsOf: ReadonlyMap<MachineName, readonly Hold[]>;
  readonly differencesOf: ReadonlyMap<MachineName, readonly Difference[]>;
}

function summarizeMachine(
  name: MachineName,
  known: MachineMemory,
  machine: Machine | undefined,
  said: Said,
  input: SummarizeInput,
): MachineStatus {
  const before = input.previous?.machines.get(name);
  const facts = input.inventory.get(name)?.last?.facts;
  const verdict = input.verdicts.get(name);
  // Another machine's facts at this address are not this machine's.
  const own = verdict?.isOwn ? facts : undefined;
  const inside = own && input.inventory.get(name)?.inside;
  const inventory = own
    ? inventoryOf(own, input.hardware.get(name), inside, before?.inventory, machine)
    : before?.inventory;
  const conditions = machine
    ? [
        ...machineConditions(name, known, machine, said, input),
        ...hardwareUnchanged(name, inventory),
        ...workConditions(known),
      ]
    : [];
  const answers = verdict ? (own ? undefined : facts?.identity) : before?.answers;
  const overlays = [
    ...(machine?.parked && (machine.parked.until ?? Number.POSITIVE_INFINITY) > input.now ? ['parked'] : []),
    ...(conditions.some((c) => c.type === 'HardwareMatches' && c.status === 'False') || isErasedInVain(known)
      ? ['quarantined']
      : []),
    ...(conditions.some((c) => c.type === 'AsDeclared' && c.reason === 'Failed') ? ['fault'] : []),
  ];
  const observed = own && machine ? observedOf(own, machine, before) : before?.observed;
  const next: MachineStatus = {
    name,
    rack: known.rack,
    phase: phaseOf(machine, known, verdict?.identity === 'matches' || wasVerified.has(before?.phase)),
    overlays,
    conditions: setConditions(before?.conditions, conditions, input.now),
    ...(machine ? { specDigest: machine.specDigest } : {}),
    ...(known.identity.uuid ? { providerId: `nanometal://${input.memory.facility}/${known.identity.uuid}` } : {}),
    ...(observed ? { observed } : {}),
    ...(machine && answers ? { answers } : {}),
    ...(inventory ? { inventory } : {}),
  };
  // The same object while nothing changed, so that its files need not be rendered again (files.ts).
  return before && same(before, next) ? before : next;
}

const wasVerified: ReadonlySet<MachineStatus['phase'] | undefined> = new Set(['Available', 'InUse']);

/** The declared keys only; between On and Off the last settled power stands. */
function observedOf(facts: Facts, machine: Machine, before: MachineStatus | undefined): MachineStatus['observed'] {
  const settled = facts.power === 'On' || facts.power === 'Off';
  const bios: Record<string, Facts['bios']['attributes'][string]> = {};
  for (const key of Object.keys(machine.bios)) {
    const value = facts.bios.attributes[key];
    if (value !== undefined) bios[key] = value;
  }
  return { power: settled ? facts.power : (before?.observed?.power ?? facts.power), boot: facts.boot, bios };
}

interface Kept {
  readonly before: MachineInventory | undefined;
  readonly acknowledged: string | undefined;
  readonly made: MachineInventory;
}

/** Kept by the facts that it was made of, which stay the same object while nothing changes. */
const inventories = new WeakMap<Facts, Kept>();

function inventoryOf(
  facts: Facts,
  hardware: Hardware | undefined,
  newInside: Inside | undefined,
  before: MachineInventory | undefined,
  machine: Machine | undefined,
): MachineInventory {
  const acknowledged = machine?.acknowledged;
  const kept = inventories.get(facts);
  const inside = newInside ?? before?.inside;
  const isKept =
    kept?.made.hardware === hardware && kept?.made.inside === inside && kept?.acknowledged === acknowledged;
  // What was made is what lies there by now, or is made of the same as then.
  if (kept && isKept && (kept.before === before || kept.made === before)) return kept.made;
  const { identity, capabilities } = facts;
  const changes = hardware ? changesSince(before, identity, hardware, acknowledged) : (before?.changes ?? []);
  const made: MachineInventory = {
    identity,
    capabilities,
    tellsResets: facts.lastReset !== undefined,
    ...(hardware ? { hardware } : {}),
    ...(inside ? { inside } : {}),
    ...(changes.length > 0 ? { changes } : {}),
  };
  inventories.set(facts, { before, acknowledged, made });
  return made;
}

function machineConditions(
  name: MachineName,
  known: MachineMemory,
  machine: Machine,
  { holdsOf, differencesOf }: Said,
  input: SummarizeInput,
): readonly NewCondition[] {
  const before = new Map((input.previous?.machines.get(name)?.conditions ?? []).map((c) => [c.type, c]));
  const reachable = reachableCondition(name, input);
  const was = before.get('Reachable');
  // While it stays away, the first reason stands: what a BMC in trouble answers changes from look to look.
  const kept = was && was.status === reachable.status && !definite.has(reachable.reason) ? was : reachable;
  if (kept.status !== 'True') {
    const unknown = ['IdentityMatches', 'HardwareMatches', 'AsDeclared'].map((type): NewCondition => {
      return { type, status: 'Unknown', reason: 'Unreachable', message: '' };
    });
    return [kept, ...unknown];
  }
  const verdict = input.verdicts.get(name);
  const unseen = (type: string): NewCondition =>
    before.get(type) ?? { type, status: 'Unknown', reason: 'NotSeen', message: '' };
  if (!verdict) return [kept, unseen('IdentityMatches'), unseen('HardwareMatches'), unseen('AsDeclared')];
  const identity: NewCondition =
    verdict.identity === 'matches'
      ? { type: 'IdentityMatches', status: 'True', reason: 'Matches', message: '' }
      : { type: 'IdentityMatches', status: 'False', reason: 'Differs', message: verdict.identityMessage };
  const declared =
    machine.management === 'manage'
      ? asDeclared(known, machine, holdsOf.get(name) ?? [])
      : asFound(known, machine, differencesOf.get(name) ?? []);
  return [kept, identity, hardwareCondition(verdict, unseen), declared];
}

const definite = new Set(['CredentialsRefused', 'NoCredentials', 'Tls', 'Confined']);

function reachableCondition(name: MachineName, input: SummarizeInput): NewCondition {
  const seen = input.inventory.get(name);
  const state = input.steadiness.get(name);
  const before = input.previous?.machines.get(name)?.conditions.find((c) => c.type === 'Reachable');
  if (!seen || !state) return before ?? { type: 'Reachable', status: 'Unknown', reason: 'NotSeen', message: '' };
  if (state.published === 'Reachable') return { type: 'Reachable', status: 'True', reason: 'Seen', message: '' };
  return {
    type: 'Reachable',
    status: 'False',
    reason: seen.miss?.reason ?? 'Flapping',
    message: seen.miss?.message ?? 'it comes and goes',
  };
}

function hardwareCondition(verdict: Verdict, unseen: (type: string) => NewCondition): NewCondition {
  if (verdict.hardware === null) return unseen('HardwareMatches');
  if (verdict.hardware.length === 0) return { type: 'HardwareMatches', status: 'True', reason: 'Matches', message: '' };
  return { type: 'HardwareMatches', status: 'False', reason: 'Misses', message: verdict.hardware.join('; ') };
}

/** Of a machine that is only looked at: does its manifest say what it is? Who it is and what is in it have conditions of their own. */
function asFound(known: MachineMemory, machine: Machine, differences: readonly Difference[]): NewCondition {
  if (known.open) return asDeclared(known, machine, []);
  const wrong = differences.filter(({ field }) => field === 'power' || field.startsWith('bios/'));
  const message = wrong.map(({ field, message: how }) => `${field}: ${how}`).join('; ');
  return wrong.length > 0
    ? { type: 'AsDeclared', status: 'False', reason: 'Differs', message }
    : { type: 'AsDeclared', status: 'True', reason: 'AsDeclared', message: '' };
}

function asDeclared(known: MachineMemory, machine: Machine, holds: readonly Hold[]): NewCondition {
  const type = 'AsDeclared';
  if (known.open) {
    return {
      type,
      status: 'False',
      reason: 'Progressing',
      message: `${known.open.args.verb} for ${known.open.request}`,
    };
  }
  // What is taken as done is a notice, and no difference between machine and manifest.
  const hold = holds.find(({ reason }) => reason !== 'Assumed');
  if (hold) return { type, status: 'False', reason: hold.reason, message: hold.message };
  const asked = new Set([
    ...machine.operations.map((o) => o.id),
    ...(machine.install ? [machine.install.id] : []),
    ...Object.values(known.declared).map((d) => d.request),
  ]);
  // By their ids, because a file brings them back in another order than they came.
  for (const [id, request] of Object.entries(known.requests).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (request.state === 'pending') {
      const message = `${request.verb} for ${id}${progressOf(request) === null ? ' is due' : `: ${progressOf(request)}`}`;
      return { type, status: 'False', reason: 'Progressing', message };
    }
    if (request.state === 'failed' && asked.has(id)) {
      return {
        type,
        status: 'False',
        reason: 'Failed',
        message: `${request.verb} for ${id}: ${request.message ?? ''}`,
      };
    }
  }
  return { type, status: 'True', reason: 'AsDeclared', message: '' };
}
