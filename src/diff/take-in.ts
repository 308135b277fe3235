import type { Fleet, Machine } from '../model/fleet.ts';
import type { BiosValue, Identity } from '../model/inventory.ts';
import type { Declared, MachineMemory, Memory, Requested, RequestState } from '../model/memory.ts';
import type { CommitId, Digest, MachineName, RackName, RequestId } from '../model/names.ts';
import { impactOf, isPulled, type Verb } from '../model/verb.ts';
import { hasBegun, isPulledRequest } from './boot-attempt.ts';
import { takeInClusters } from './cluster-memory.ts';
import { digestOf } from './digest.ts';
import { disksOfRelease } from './release.ts';
import { rotationOf } from './rotate.ts';

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
 * seen before, becomes a pending request; everything that is gone stops being asked for. Of a machine that is not managed
 * all is assumed: what it declares is a description, and what it asks for is taken as done.
 *
 * `prior` is given when memory is missing or is older than what was acted upon: whatever stood there already is assumed.
 */
export function takeIn(before: Memory, fleet: Fleet, commit: CommitId, prior: Prior | null): Memory {
  const memory = prior ? { ...before, machines: withFormer(before.machines, prior, commit) } : before;
  const machines = new Map<MachineName, MachineMemory>();
  for (const [name, known] of memory.machines) machines.set(name, prior ? distrust(known) : known);
  const asked = new Set(fleet.machines.map((machine) => machine.name));
  const index = byHardware(memory.machines);
  const moved = new Set<MachineName>();
  for (const machine of fleet.machines) {
    const lineage = lineageOf(machine, memory.machines, index);
    const own = lineage.filter(([name]) => name === machine.name || !asked.has(name));
    // What is under way goes with the hardware, whichever of its names it began under.
    const busy = own.find(([, known]) => known.open);
    const from = predecessorOf(own);
    for (const one of [from, busy]) if (one && one[0] !== machine.name) moved.add(one[0]);
    const taken = takeInMachine(machine, lineage, from, commit, prior);
    machines.set(machine.name, busy?.[1].open ? { ...taken, open: busy[1].open } : taken);
  }
  for (const [name, known] of machines) {
    if (asked.has(name)) continue;
    // A deleted manifest only unmanages. What was spent stays, under the name and with the hardware.
    const gone = { ...known, managed: false, declared: {}, requests: keepSpent(known, []) };
    // What is under way goes with the hardware to its new name.
    const { open: _, ...rest } = gone;
    machines.set(name, moved.has(name) ? rest : gone);
  }
  const clusters = takeInClusters(before.clusters ?? {}, fleet, prior !== null);
  const known = Object.keys(clusters).length > 0 ? { clusters } : {};
  const { components } = before;
  return { facility: memory.facility, accepted: commit, machines, ...known, ...(components ? { components } : {}) };
}

function takeInMachine(
  machine: Machine,
  named: Lineage,
  from: Lineage[number] | undefined,
  commit: CommitId,
  prior: Prior | null,
): MachineMemory {
  const trusted = (known: MachineMemory): MachineMemory => (prior ? distrust(known) : known);
  const lineage = named.map(([, known]) => trusted(known));
  const before = from && trusted(from[1]);
  const managed = machine.management === 'manage';
  const stood = prior?.fleet.machines.find((m) => m.name === machine.name && m.management === 'manage');
  const declared: Record<string, Declared> = {};
  const requests: Record<RequestId, Requested> = {};

  for (const [field, value] of declaredFields(machine)) {
    const known = before?.declared[field];
    if (known && known.value === value) {
      declared[field] = known;
    } else if (!managed) {
      // Nothing is done about it, now or later: that it is managed one day makes no command of what stood there before.
      declared[field] = { value, request: `assumed:${requestOf(commit, field)}` };
    } else if (stood && new Map(declaredFields(stood)).get(field) === value) {
      declared[field] = { value, request: `assumed:${requestOf(commit, field)}` };
    } else {
      const request = requestOf(commit, field);
      declared[field] = { value, request };
      const verb = verbOf(field, value);
      const disks = field === 'release' ? { disks: disksOfRelease(machine, before) } : {};
      requests[request] ??= {
        ...asked(verb, digestOf([verb, request]), commit, 'pending'),
        ...(isPulled(verb) ? { work: { name: machine.name, ...disks } } : {}),
      };
    }
  }
  const wanted = Object.values(declared).map(({ request }) => request);
  if (before) Object.assign(requests, keepSpent(before, wanted));

  for (const operation of machine.operations) {
    const spent = lineage.map((known) => known.requests[operation.id]).find((known) => known !== undefined);
    const heldBefore = stood?.operations.some((o) => o.id === operation.id);
    const state = managed && !heldBefore ? 'pending' : 'assumed';
    requests[operation.id] = spent ?? {
      ...asked(operation.verb, operation.spec, commit, state),
      ...(isPulled(operation.verb) ? { work: { name: machine.name } } : {}),
    };
  }
  if (machine.install) {
    const { id, spec, disk } = machine.install;
    const spent = lineage.map((known) => known.requests[id]).find((known) => known !== undefined);
    const state = managed && stood?.install?.id !== id ? 'pending' : 'assumed';
    // One id for an operation too would be two requests under one grant: the operation was there first.
    const work = { name: machine.name, ...(disk === undefined ? {} : { disks: [disk] }) };
    requests[id] ??= spent ?? { ...asked('Install', spec, commit, state), work };
  }
  return {
    rack: machine.rack,
    identity: machine.identity,
    managed: true,
    declared,
    requests,
    ...(before?.account ? { account: before.account } : {}),
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

/** One for all BIOS keys of a commit, since they are written together. */
const requestOf = (commit: CommitId, field: string): RequestId => `${commit.slice(0, 12)}:${field.split('/')[0]}`;

/** What makes a declared value so. */
export function verbOf(field: string, value: BiosValue): Verb {
  if (field === 'account') return 'RotateCredentials';
  if (field === 'release') return 'Erase';
  if (field === 'power') return value === 'Off' ? 'PowerOff' : 'PowerOn';
  return 'SetBios';
}

/** Power first, then the BIOS keys by name, then the BMC account. Who is taken out of use is off, whatever is declared. */
export function declaredFields(machine: Machine): readonly (readonly [string, BiosValue])[] {
  const power: readonly (readonly [string, BiosValue])[] =
    machine.lifecycle === 'decommission' ? [['release', true]] : machine.power ? [['power', machine.power]] : [];
  const keys = Object.keys(machine.bios).sort();
  const { account } = machine.bmc;
  return [
    ...power,
    ...keys.map((key) => [`bios/${key}`, machine.bios[key] ?? null] as const),
    ...(account ? [['account', account.username] as const] : []),
  ];
}

/** What was known under this name first, then under any that had this hardware. */
type Lineage = readonly (readonly [MachineName, MachineMemory])[];

/**
 * Whose place it takes: its own name, or one under which this hardware was known and that no manifest has any more. Where it
 * was looked after last comes first, because of several old names the oldest knows least.
 */
const predecessorOf = (lineage: Lineage): Lineage[number] | undefined =>
  lineage.find(([, known]) => known.managed) ?? lineage[0];

/** Ids follow name and hardware: the memory under this name, then any with the same UUID, then any with the same serial. */
function lineageOf(
  { name, identity }: Machine,
  memory: ReadonlyMap<MachineName, MachineMemory>,
  index: ReadonlyMap<string, readonly MachineName[]>,
): Lineage {
  const others = new Set(hardwareKeys(identity).flatMap((key) => index.get(key) ?? []));
  others.delete(name);
  return [name, ...others].flatMap((one) => {
    const known = memory.get(one);
    return known ? [[one, known] as const] : [];
  });
}

function byHardware(memory: ReadonlyMap<MachineName, MachineMemory>): ReadonlyMap<string, readonly MachineName[]> {
  const index = new Map<string, MachineName[]>();
  for (const [name, { identity }] of memory) {
    for (const key of hardwareKeys(identity)) {
      const names = index.get(key);
      if (names) names.push(name);
      else index.set(key, [name]);
    }
  }
  return index;
}

const hardwareKeys = ({ uuid, serial }: Identity): readonly string[] => [
  ...(uuid === undefined ? [] : [`uuid ${uuid}`]),
  ...(serial === undefined ? [] : [`serial ${serial}`]),
];

/** Memory older than what was acted upon: what it believes still to be done may have been done since. */
function distrust(known: MachineMemory): MachineMemory {
  const { open } = known;
  const requests = Object.entries(known.requests).map(([id, request]): [RequestId, Requested] => {
    if (request.state !== 'pending') return [id, request];
    const inserts = open?.request === id && open.args.verb === 'InsertMedia';
    // All that is still done about it is that our medium goes out.
    if (isPulledRequest(request) && (inserts || request.steps.InsertMedia)) {
      return [id, { ...request, work: { ...request.work, takenBack: true } }];
    }
    return [id, { ...request, state: 'assumed' }];
  });
  return { ...known, requests: Object.fromEntries(requests) };
}

/**
 * Drops what is no longer asked for and never acted: requests that never sent anything, and those of declared values
 * that changed since (their ids hold a commit, so they cannot come again). Spent operation ids stay for ever.
 */
function keepSpent(known: MachineMemory, wanted: readonly RequestId[]): Record<RequestId, Requested> {
  const kept = Object.entries(known.requests).filter(([id, request]) => {
    if (known.open?.request === id) return true;
    // What it put into the machine is cleared away first.
    if (request.state === 'pending' && isPulledRequest(request) && hasBegun(request)) return true;
    if (id.startsWith('rotate:')) return id === rotationOf(known);
    if (id.includes(':')) return wanted.some((base) => id === base || id.startsWith(`${base}#`));
    // A step that was lost was sent, under a grant that must never come again.
    return request.state !== 'pending' || hasBegun(request) || request.lost !== undefined;
  });
  return Object.fromEntries(kept);
}

/** Of the worst that a request may do; an operation that only looks or blinks disrupts nothing, unless an agent looks. */
export const disrupts = (request: Requested, { boot }: Pick<Fleet, 'boot'>): boolean =>
  impactOf[request.verb] !== 'none' || (boot !== undefined && isPulledRequest(request));
