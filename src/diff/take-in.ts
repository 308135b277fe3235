import type { Fleet, Machine } from '../model/fleet.ts';
import type { BiosValue, Identity } from '../model/inventory.ts';
import type { Declared, MachineMemory, Memory, Requested, RequestState } from '../model/memory.ts';
import type { CommitId, Digest, MachineName, RackName, RequestId } from '../model/names.ts';
import { impactOf, type Verb } from '../model/verb.ts';
import { digestOf } from './digest.ts';

/** What was asked before memory began: taken as done long ago, so that a lost memory repeats nothing. */
export interface Prior {
  readonly fleet: Fleet;
  /** Every machine that a manifest of this commit or an ancestor ever named, with all that was ever asked of it. */
  readonly ever: ReadonlyMap<MachineName, Former>;
}

export interface Former {
  readonly rack: RackName;
  readonly identity: Identity;
  readonly asked: ReadonlyMap<RequestId, { readonly verb: Verb; readonly spec: Digest }>;
}

/**
 * Takes a newly accepted commit into memory: every declared value that the commit changed, and every id that nobody has
 * seen before, becomes a pending request; everything that is gone stops being asked for.
 *
 * `prior` is given when memory is missing or is older than what was acted upon: whatever stood there already is assumed.
 */
export function takeIn(before: Memory, fleet: Fleet, commit: CommitId, prior: Prior | null): Memory {
  const memory = prior ? { ...before, machines: withFormer(before.machines, prior, commit) } : before;
  const machines = new Map<MachineName, MachineMemory>();
  for (const [name, known] of memory.machines) machines.set(name, prior ? distrust(known) : known);
  const asked = new Set(fleet.machines.map((machine) => machine.name));
  const moved = new Set<MachineName>();
  for (const machine of fleet.machines) {
    const from = memory.machines.has(machine.name) ? machine.name : formerName(machine, memory.machines, asked);
    if (from !== undefined && from !== machine.name) moved.add(from);
    machines.set(machine.name, takeInMachine(machine, memory.machines, from, commit, prior));
  }
  for (const [name, known] of machines) {
    if (asked.has(name)) continue;
    // A deleted manifest only unmanages. What was spent stays, under the name and with the hardware.
    const gone = { ...known, managed: false, declared: {}, requests: keepSpent(known, []) };
    // What is under way goes with the hardware to its new name.
    const { open: _, ...rest } = gone;
    machines.set(name, moved.has(name) ? rest : gone);
  }
  return { facility: memory.facility, accepted: commit, machines };
}

function takeInMachine(
  machine: Machine,
  memory: ReadonlyMap<MachineName, MachineMemory>,
  from: MachineName | undefined,
  commit: CommitId,
  prior: Prior | null,
): MachineMemory {
  const trusted = (known: MachineMemory): MachineMemory => (prior ? distrust(known) : known);
  const lineage = lineageOf(machine, memory).map(([, known]) => trusted(known));
  const left = from === undefined ? undefined : memory.get(from);
  const before = left && trusted(left);
  const managed = machine.management === 'manage';
  const stood = prior?.fleet.machines.find((m) => m.name === machine.name && m.management === 'manage');
  const declared: Record<string, Declared> = {};
  const requests: Record<RequestId, Requested> = {};

  for (const [field, value] of managed ? declaredFields(machine) : []) {
    const known = before?.declared[field];
    if (known && known.value === value) {
      declared[field] = known;
    } else if (stood && new Map(declaredFields(stood)).get(field) === value) {
      declared[field] = { value };
    } else {
      const request = `${commit.slice(0, 12)}:${field === 'power' ? 'power' : 'bios'}`;
      declared[field] = { value, request };
      const verb: Verb = field === 'power' ? (value === 'Off' ? 'PowerOff' : 'PowerOn') : 'SetBios';
      requests[request] ??= { verb, spec: digestOf([verb, request]), commit, state: 'pending', steps: {} };
    }
  }
  const wanted = Object.values(declared).flatMap((d) => (d.request ? [d.request] : []));
  if (before) Object.assign(requests, keepSpent(before, wanted));

  for (const operation of managed ? machine.operations : []) {
    const spent = lineage.map((known) => known.requests[operation.id]).find((known) => known !== undefined);
    const heldBefore = stood?.operations.some((o) => o.id === operation.id);
    requests[operation.id] = spent ?? asked(operation.verb, operation.spec, commit, heldBefore ? 'assumed' : 'pending');
  }
  // Nothing here installs yet. Spending the id now keeps a later version from acting on a consent given long ago.
  if (managed && machine.install) {
    requests[machine.install.id] ??= asked('Install', machine.install.spec, commit, 'assumed');
  }
  return {
    rack: machine.rack,
    identity: machine.identity,
    managed: true,
    declared,
    requests,
    ...(before?.open ? { open: before.open } : {}),
  };
}

/** An id that an ancestor held is spent, though no memory says so: a later revert must not bring it back to life. */
function withFormer(
  machines: ReadonlyMap<MachineName, MachineMemory>,
  { ever }: Prior,
  commit: CommitId,
): ReadonlyMap<MachineName, MachineMemory> {
  const all = new Map(machines);
  for (const [name, { rack, identity, asked: spent }] of ever) {
    const known = machines.get(name) ?? { rack, identity, managed: false, declared: {}, requests: {} };
    const requests: Record<RequestId, Requested> = { ...known.requests };
    for (const [id, { verb, spec }] of spent) requests[id] ??= asked(verb, spec, commit, 'assumed');
    all.set(name, { ...known, requests });
  }
  return all;
}

const asked = (verb: Verb, spec: string, commit: CommitId, state: RequestState): Requested => ({
  verb,
  spec,
  commit,
  state,
  steps: {},
});

/** Power first, then the BIOS keys by name. */
export function declaredFields(machine: Machine): readonly (readonly [string, BiosValue])[] {
  const power: readonly (readonly [string, BiosValue])[] = machine.power ? [['power', machine.power]] : [];
  const keys = Object.keys(machine.bios).sort();
  return [...power, ...keys.map((key) => [`bios/${key}`, machine.bios[key] ?? null] as const)];
}

/** Ids follow name and hardware: the memory under this name first, then any with the same UUID or serial. */
function lineageOf(
  machine: Machine,
  memory: ReadonlyMap<MachineName, MachineMemory>,
): readonly (readonly [MachineName, MachineMemory])[] {
  const own = memory.get(machine.name);
  const { uuid, serial } = machine.identity;
  const others = [...memory].filter(
    ([name, known]) =>
      name !== machine.name &&
      ((uuid !== undefined && known.identity.uuid === uuid) ||
        (serial !== undefined && known.identity.serial === serial)),
  );
  return [...(own ? [[machine.name, own] as const] : []), ...others];
}

/** The name under which this hardware was known, where no manifest has that name any more. */
const formerName = (
  machine: Machine,
  memory: ReadonlyMap<MachineName, MachineMemory>,
  asked: ReadonlySet<MachineName>,
): MachineName | undefined => lineageOf(machine, memory).find(([name]) => !asked.has(name))?.[0];

/** Memory older than what was acted upon: what it believes still to be done may have been done since. */
function distrust(known: MachineMemory): MachineMemory {
  const requests = Object.entries(known.requests).map(([id, request]): [RequestId, Requested] => [
    id,
    request.state === 'pending' ? { ...request, state: 'assumed' } : request,
  ]);
  return { ...known, requests: Object.fromEntries(requests) };
}

/**
 * Drops what is no longer asked for and never acted: requests that never sent anything, and those of declared values
 * that changed since (their ids hold a commit, so they cannot come again). Spent operation ids stay for ever.
 */
function keepSpent(known: MachineMemory, wanted: readonly RequestId[]): Record<RequestId, Requested> {
  const kept = Object.entries(known.requests).filter(([id, request]) => {
    if (known.open?.request === id) return true;
    if (id.includes(':')) return wanted.some((base) => id === base || id.startsWith(`${base}#`));
    return request.state !== 'pending' || Object.keys(request.steps).length > 0;
  });
  return Object.fromEntries(kept);
}

/** Of the worst that a request may do; an operation that only looks or blinks disrupts nothing. */
export const disrupts = (request: Requested): boolean => impactOf[request.verb] !== 'none';
