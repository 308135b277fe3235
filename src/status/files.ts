import type { ValidateFunction } from 'ajv';
import { canonical } from '../model/canonical.ts';
import type { ClusterMemory, ClusterName } from '../model/cluster.ts';
import type { ComponentName, HostName, ReleaseMemory } from '../model/component.ts';
import type { MachineMemory, Open, Work } from '../model/memory.ts';
import type { FacilityName, Instant, MachineName, RequestId } from '../model/names.ts';
import type { Hold } from '../model/plan.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Condition, MachineInventory, MachineStatus, Status } from '../model/status.ts';
import { finish, type Steps } from '../model/steps.ts';
import { readDiscovered, renderDiscovered } from './discovered.ts';
import type { FacilityStatus, FileCondition, FileHold, Uncommitted } from './file-types.ts';
import { renderStatusPage } from './page.ts';
import {
  clusterStatus,
  componentStatus,
  facilityStatus,
  machineInventory,
  machineStatus,
  plan,
} from './validators.gen.ts';

/** What lies on the status branch, by path (design §4). Times are ISO 8601 in files and milliseconds in memory. */
export type StatusFiles = ReadonlyMap<string, string>;

const apiVersion = 'nanometal/v1alpha1';

/** Sorted keys, two spaces: it diffs well for people, and the same status is the same bytes. */
export const renderFiles = (status: Status): StatusFiles => finish(rendering(status));

export function* rendering(status: Status): Steps<StatusFiles> {
  const { memory } = status;
  const files = new Map<string, string>();
  const write = (path: string, value: object): void => {
    files.set(path, fileText(value));
  };
  write('facility.json', {
    apiVersion,
    kind: 'FacilityStatus',
    facility: memory.facility,
    accepted: memory.accepted,
    rejected: status.rejected,
    conditions: status.conditions.map(toFile),
    counts: countsOf(status),
  });
  const intents: object[] = [];
  for (const machine of status.machines.values()) {
    const known = memory.machines.get(machine.name);
    if (!known) continue;
    if (known.open) intents.push({ machine: machine.name, rack: machine.rack, intent: withoutSent(known.open) });
    for (const [path, text] of renderMachine(known, machine)) files.set(path, text);
    yield;
  }
  for (const [name, known] of Object.entries(memory.clusters ?? {})) {
    const conditions = (status.clusters?.get(name) ?? []).map(toFile);
    write(`clusters/${name}.json`, { apiVersion, kind: 'ClusterStatus', name, ...known, conditions });
  }
  for (const [name, hosts] of status.components ?? []) {
    const told: Record<HostName, object> = {};
    for (const [host, conditions] of hosts) {
      told[host] = { ...memory.components?.get(name)?.get(host), conditions: conditions.map(toFile) };
    }
    write(`control-plane/${name}.json`, { apiVersion, kind: 'ComponentStatus', name, hosts: told });
  }
  const holds = status.holds.map(({ kind: _, settling: __, until, ...hold }) => ({
    ...hold,
    ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
  }));
  write('plan.json', { apiVersion, kind: 'Plan', commit: memory.accepted, intents, holds });
  for (const [name, text] of status.sealed) files.set(`secrets/${name}.age`, text);
  if (status.discovered) for (const [path, text] of renderDiscovered(status.discovered)) files.set(path, text);
  files.set('STATUS.md', renderStatusPage(status));
  return files;
}

/** Kept by what they were rendered from: of a large fleet at rest, a pass renders nothing anew. */
const rendered = new WeakMap<MachineStatus, { readonly known: MachineMemory; readonly files: StatusFiles }>();

function renderMachine(known: MachineMemory, machine: MachineStatus): StatusFiles {
  const kept = rendered.get(machine);
  if (kept?.known === known) return kept.files;
  const { open, account, requests, ...rest } = known;
  const { inventory, conditions, ...shown } = machine;
  const { name, rack } = machine;
  const operation = open && withoutSent(open);
  const status = {
    apiVersion,
    kind: 'MachineStatus',
    ...rest,
    requests: mapWork(requests, (endedAt: Instant) => new Date(endedAt).toISOString()),
    ...shown,
    conditions: conditions.map(toFile),
    operation,
    ...(account ? { account: { ...account, since: new Date(account.since).toISOString() } } : {}),
  };
  const files = new Map([[`machines/${rack}/${name}.json`, fileText(status)]]);
  if (inventory) {
    const file = { apiVersion, kind: 'MachineInventory', name, rack, ...inventory };
    files.set(`inventory/${rack}/${name}.json`, fileText(file));
  }
  rendered.set(machine, { known, files });
  return files;
}

const fileText = (value: object): string => `${canonical(value, 2)}\n`;

/** Whether a path is one that a reader needs; STATUS.md is for people only. */
export const isStatusData = (path: string): boolean => path.endsWith('.json') || sealedPath.test(path);

const sealedPath = /^secrets\/([a-z0-9-]{1,63})\.age$/;

/** What is sealed for each machine, whether or not the rest can be read. */
export const sealedIn = (files: StatusFiles): ReadonlyMap<MachineName, string> =>
  new Map([...files].flatMap(([path, text]) => (sealedPath.test(path) ? [[path.slice(8, -4), text] as const] : [])));

/** The way back. An error names the file that nanometal did not write like this; then memory counts as missing. */
export const readFiles = (facility: FacilityName, files: StatusFiles): Result<Status, string> =>
  finish(reading(facility, files));

export function* reading(facility: FacilityName, files: StatusFiles): Steps<Result<Status, string>> {
  const machines = new Map<MachineName, MachineStatus>();
  const memories = new Map<MachineName, MachineMemory>();
  const inventories = new Map<MachineName, MachineInventory>();
  const clusters = new Map<ClusterName, ClusterMemory>();
  const clusterConditions = new Map<ClusterName, readonly Condition[]>();
  const components = new Map<ComponentName, ReadonlyMap<HostName, ReleaseMemory>>();
  const componentConditions = new Map<ComponentName, ReadonlyMap<HostName, readonly Condition[]>>();
  let head: FacilityStatus | undefined;
  let holds: readonly Hold[] = [];
  for (const [path, text] of files) {
    yield;
    if (sealedPath.test(path)) continue;
    const value = parse(text);
    if (path === 'facility.json') {
      const file = check(facilityStatus, path, value);
      if (!file.ok) return file;
      if (file.value.facility !== facility) return fail(`${path} is of the facility ${file.value.facility}`);
      head = file.value;
    } else if (path === 'plan.json') {
      const file = check(plan, path, value);
      if (!file.ok) return file;
      holds = file.value.holds.map(holdOf);
    } else if (path.startsWith('machines/')) {
      const file = check(machineStatus, path, value);
      if (!file.ok) return file;
      const { name, rack, operation, conditions, identity, managed, declared, requests, account, ...shown } =
        file.value;
      machines.set(name, { ...statusOf({ name, ...shown }), rack, conditions: conditions.map(fromFile) });
      const proved = account && { account: { ...account, since: Date.parse(account.since) } };
      const memory = {
        rack,
        identity,
        managed,
        declared,
        requests: mapWork(requests, (endedAt: string) => Date.parse(endedAt)),
        ...proved,
      };
      memories.set(name, operation ? { ...memory, open: operation } : memory);
    } else if (path.startsWith('inventory/')) {
      const file = check(machineInventory, path, value);
      if (!file.ok) return file;
      const { name, identity, capabilities, tellsResets, hardware, inside, changes } = file.value;
      const parts = {
        ...(hardware ? { hardware } : {}),
        ...(inside ? { inside } : {}),
        ...(changes ? { changes } : {}),
      };
      // Written before anybody asked for these, it says nothing of them.
      const offered = { virtualMedia: 'none', httpBootUri: false, ...capabilities } as const;
      inventories.set(name, { identity, capabilities: offered, tellsResets, ...parts });
    } else if (path.startsWith('clusters/')) {
      const file = check(clusterStatus, path, value);
      if (!file.ok) return file;
      const { name, conditions, initialized, managed, members } = file.value;
      clusters.set(name, { initialized, managed, members });
      clusterConditions.set(name, conditions.map(fromFile));
    } else if (path.startsWith('control-plane/')) {
      const file = check(componentStatus, path, value);
      if (!file.ok) return file;
      const hosts = Object.entries(file.value.hosts);
      const known = hosts.map(([host, { conditions: _, ...rest }]) => [host, rest] as const);
      const remembered = known.filter(([, rest]) => Object.keys(rest).length > 0);
      if (remembered.length > 0) components.set(file.value.name, new Map(remembered));
      const said = hosts.map(([host, { conditions }]) => [host, conditions.map(fromFile)] as const);
      componentConditions.set(file.value.name, new Map(said));
    }
  }
  if (!head) return fail('facility.json is missing');
  for (const [name, inventory] of inventories) {
    const machine = machines.get(name);
    if (machine) machines.set(name, { ...machine, inventory });
  }
  const { accepted, rejected } = head;
  // Nobody's memory: what cannot be read of it is found again by the next sweep.
  const discovered = readDiscovered(files);
  return ok({
    memory: {
      facility,
      ...(accepted ? { accepted } : {}),
      machines: memories,
      ...(clusters.size > 0 ? { clusters: Object.fromEntries(clusters) } : {}),
      ...(components.size > 0 ? { components } : {}),
    },
    ...(rejected ? { rejected } : {}),
    conditions: head.conditions.map(fromFile),
    machines,
    holds,
    sealed: sealedIn(files),
    ...(clusters.size > 0 ? { clusters: clusterConditions } : {}),
    ...(componentConditions.size > 0 ? { components: componentConditions } : {}),
    ...(discovered ? { discovered } : {}),
  });
}

interface Timed<T> {
  readonly work?: Omit<Work, 'endedAt'> & { readonly endedAt?: T };
}

/** Requests with the one time in them written another way; the same object where there is none. */
function mapWork<R extends Timed<A>, A, B>(
  requests: Readonly<Record<RequestId, R>>,
  change: (at: A) => B,
): Readonly<Record<RequestId, Omit<R, 'work'> & Timed<B>>> {
  return Object.fromEntries(
    Object.entries(requests).map(([id, request]) => {
      const { work, ...rest } = request;
      if (work === undefined) return [id, rest];
      const { endedAt, ...others } = work;
      return [id, { ...rest, work: { ...others, ...(endedAt === undefined ? {} : { endedAt: change(endedAt) }) } }];
    }),
  );
}

const holdOf = ({ until, ...hold }: FileHold): Hold => ({
  kind: 'hold',
  ...hold,
  ...(until === undefined ? {} : { until: Date.parse(until) }),
});

/** Machines by what is so of them; the same figures stand in STATUS.md. */
export function countsOf(status: Status): Readonly<Record<string, number>> {
  const machines = [...status.machines.values()].filter((machine) => machine.phase !== 'Unmanaged');
  const having = (type: string): number =>
    machines.filter((machine) => machine.conditions.some((c) => c.type === type && c.status === 'True')).length;
  return {
    machines: machines.length,
    reachable: having('Reachable'),
    asDeclared: having('AsDeclared'),
    underWay: [...status.memory.machines.values()].filter((known) => known.open).length,
    holds: status.holds.length,
  };
}

function statusOf(shown: Omit<MachineStatus, 'conditions' | 'rack'>): Omit<MachineStatus, 'conditions' | 'rack'> {
  const { name, phase, overlays, specDigest, providerId, observed, answers } = shown;
  return {
    name,
    phase,
    overlays,
    ...(specDigest ? { specDigest } : {}),
    ...(providerId ? { providerId } : {}),
    ...(observed ? { observed } : {}),
    ...(answers ? { answers } : {}),
  };
}

function withoutSent(open: Open): Omit<Open, Uncommitted> {
  const { sentAt: _, inherited: __, interrupted: ___, flying: ____, ...rest } = open;
  return rest;
}

const toFile = (condition: Condition): FileCondition => ({
  ...condition,
  since: new Date(condition.since).toISOString(),
});
const fromFile = (condition: FileCondition): Condition => ({ ...condition, since: Date.parse(condition.since) });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function check<T>(validator: ValidateFunction<T>, path: string, value: unknown): Result<T, string> {
  if (validator(value)) return ok(value);
  const [error] = validator.errors ?? [];
  return fail(`${path} is not as nanometal writes it (${error?.instancePath || 'the whole'} ${error?.message})`);
}
