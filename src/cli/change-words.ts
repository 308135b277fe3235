import type { Drive, Firmware, Hardware, MemoryModule, Nic, Processor } from '../model/inventory.ts';
import type { MachineMemory } from '../model/memory.ts';
import type { MachineName } from '../model/names.ts';
import type { MachineStatus, Status } from '../model/status.ts';
import { short } from './words.ts';

/** What became different between two commits of the status branch, one phrase each. */
export function machineChanges(machine: MachineName, before: Status | null, after: Status | null): readonly string[] {
  const [was, is] = [before?.machines.get(machine), after?.machines.get(machine)];
  const [knew, knows] = [before?.memory.machines.get(machine), after?.memory.machines.get(machine)];
  if (!is || !knows) return was ? ['no longer in the status'] : [];
  return [
    ...(was === undefined ? [`first seen in the status, as ${is.phase}`] : []),
    ...placeChanges(was, is),
    ...observedChanges(was, is),
    ...declaredChanges(knew, knows),
    ...requestChanges(knew, knows),
    ...(was === undefined ? [] : conditionChanges(was, is)),
    ...hardwareChanges(was?.inventory?.hardware, is.inventory?.hardware),
  ];
}

/** Of the facility as a whole. */
export function facilityChanges(before: Status | null, after: Status | null): readonly string[] {
  const [was, is] = [before?.memory.accepted, after?.memory.accepted];
  const rejected = after?.rejected;
  const told = rejected && rejected.commit !== before?.rejected?.commit;
  return [
    ...(is !== undefined && is !== was ? [`accepted ${short(is)}`] : []),
    ...(told
      ? [`rejected ${rejected.commit === null ? 'the newest state' : short(rejected.commit)}: ${rejected.message}`]
      : []),
    ...(before?.rejected && after && !rejected ? ['nothing is rejected any more'] : []),
  ];
}

const arrow = (name: string, from: unknown, to: unknown): string => `${name}: ${String(from)} → ${String(to)}`;

function placeChanges(was: MachineStatus | undefined, is: MachineStatus): readonly string[] {
  if (was === undefined) return [];
  const overlays = (machine: MachineStatus): string => machine.overlays.join(', ') || 'none';
  return [
    ...(was.rack === is.rack ? [] : [arrow('rack', was.rack, is.rack)]),
    ...(was.phase === is.phase ? [] : [arrow('phase', was.phase, is.phase)]),
    ...(overlays(was) === overlays(is) ? [] : [arrow('marked', overlays(was), overlays(is))]),
  ];
}

function observedChanges(was: MachineStatus | undefined, is: MachineStatus): readonly string[] {
  const [old, now] = [was?.observed, is.observed];
  if (!now) return [];
  const bios = Object.keys(now.bios).filter((key) => old !== undefined && old.bios[key] !== now.bios[key]);
  return [
    ...(old?.power === now.power ? [] : [old ? arrow('power', old.power, now.power) : `power: ${now.power}`]),
    ...bios.map((key) => arrow(`BIOS ${key}`, old?.bios[key] ?? '(not seen)', now.bios[key])),
    ...(old && old.boot.target !== now.boot.target ? [arrow('boot source', old.boot.target, now.boot.target)] : []),
  ];
}

function declaredChanges(knew: MachineMemory | undefined, knows: MachineMemory): readonly string[] {
  const changed = Object.entries(knows.declared).filter(([field, { value }]) => knew?.declared[field]?.value !== value);
  const gone = Object.keys(knew?.declared ?? {}).filter((field) => !Object.hasOwn(knows.declared, field));
  return [
    ...changed.map(([field, { value }]) => `declared: ${field} ${String(value)}`),
    ...gone.map((field) => `no longer declared: ${field}`),
    ...(knew?.managed && !knows.managed ? ['no longer managed'] : []),
  ];
}

function requestChanges(knew: MachineMemory | undefined, knows: MachineMemory): readonly string[] {
  return Object.entries(knows.requests).flatMap(([id, request]) => {
    const old = knew?.requests[id];
    if (old?.state === request.state) return [];
    const why = request.message ? ` (${request.message})` : '';
    return [old ? `${arrow(id, old.state, request.state)}${why}` : `${id}: ${request.verb} ${request.state}${why}`];
  });
}

function conditionChanges(was: MachineStatus, is: MachineStatus): readonly string[] {
  const old = new Map(was.conditions.map((condition) => [condition.type, condition]));
  return is.conditions.flatMap(({ type, status, reason, message }) => {
    const before = old.get(type);
    if (before?.status === status && before.reason === reason) return [];
    return [`${type}: ${status}${reason === type ? '' : ` (${reason}${message ? `: ${message}` : ''})`}`];
  });
}

function hardwareChanges(was: Hardware | undefined, is: Hardware | undefined): readonly string[] {
  if (!was || !is) return [];
  const plain = (['manufacturer', 'model', 'sku', 'biosVersion', 'bmcVersion'] as const).filter(
    (field) => was[field] !== is[field],
  );
  return [
    ...plain.map((field) => arrow(field, was[field] ?? '(unknown)', is[field] ?? '(unknown)')),
    ...partChanges('processor', was.processors, is.processors, ({ model, cores }: Processor) => [
      model,
      cores && `${cores} cores`,
    ]),
    ...partChanges('memory module', was.memory, is.memory, ({ mib, serial }: MemoryModule) => [
      mib && `${mib} MiB`,
      serial,
    ]),
    ...partChanges('drive', was.drives, is.drives, ({ model, serial, bytes }: Drive) => [
      model,
      serial,
      bytes && `${bytes} bytes`,
    ]),
    ...partChanges('interface', was.nics, is.nics, ({ mac, mbps }: Nic) => [mac, mbps && `${mbps} Mbit/s`]),
    ...partChanges('firmware', was.firmware, is.firmware, ({ version }: Firmware) => [version]),
  ];
}

type Words = readonly (string | number | undefined)[];

function partChanges<T extends { readonly id: string }>(
  what: string,
  was: readonly T[],
  is: readonly T[],
  describe: (part: T) => Words,
): readonly string[] {
  const words = (part: T): string =>
    describe(part)
      .filter((word) => word !== undefined && word !== 0)
      .join(' ');
  const old = new Map(was.map((part) => [part.id, part]));
  const now = new Map(is.map((part) => [part.id, part]));
  const gone = was.filter(({ id }) => !now.has(id)).map((part) => `${what} ${part.id} is gone (${words(part)})`);
  const fresh = is.filter(({ id }) => !old.has(id)).map((part) => `${what} ${part.id} is new (${words(part)})`);
  const other = is.flatMap((part) => {
    const before = old.get(part.id);
    return before && words(before) !== words(part) ? [arrow(`${what} ${part.id}`, words(before), words(part))] : [];
  });
  return [...gone, ...fresh, ...other];
}
