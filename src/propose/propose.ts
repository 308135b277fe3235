import { compareIdentity } from '../diff/identity.ts';
import { placeOf } from '../manifest/bmc-address.ts';
import { problemIn, writeManifest } from '../manifest/write.ts';
import type { Discovery, Finding, Findings, Listed } from '../model/discovery.ts';
import type { Fleet, Machine, MachineClass } from '../model/fleet.ts';
import type { Identity } from '../model/inventory.ts';
import type { MachineName } from '../model/names.ts';
import { Classes } from './classes.ts';
import { type Edit, editMachine } from './edit.ts';
import { type Line, lineKinds } from './line.ts';
import { nameFor } from './names.ts';
import { Occupancy } from './occupancy.ts';
import { type Recognition, recognise } from './recognise.ts';
import { allKeys, gather, type Hardware, type Sight } from './seen.ts';
import { tellEnrolled } from './tell-enrolled.ts';
import { tellOthers } from './tell-others.ts';

/** What `main` holds. */
export interface Ground {
  readonly fleet: Fleet;
  /** Of the whole repo. */
  readonly classes: readonly MachineClass[];
  /** Texts of the machines' manifests, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Machines of all other facilities: names, and who they say they are. */
  readonly elsewhere: readonly { readonly name: MachineName; readonly identity: Identity }[];
}

/** What is proposed: files by path, and what is told of them and of everything else that was found. */
export interface Proposal {
  readonly changes: ReadonlyMap<string, string>;
  /** Sorted by kind, then in the order of the addresses. */
  readonly lines: readonly Line[];
}

/** Pure: the same ground and the same findings give the same bytes. `list` is by address as it was asked. */
export function propose(
  ground: Ground,
  discovery: Discovery,
  { findings }: Findings,
  list: ReadonlyMap<string, Listed>,
): Proposal {
  const { fleet } = ground;
  const hardware = gather(findings);
  const told = recognise(fleet.machines, hardware);
  const shared = sharedValues(ground, hardware, told);
  const draft = new Draft(ground, discovery, list, shared, new Occupancy(fleet.machines, told));
  for (const seen of hardware) {
    const recognition: Recognition = told.get(seen) ?? { kind: 'new' };
    if (seen.sights.length > 1) draft.tellCrowd(seen, recognition);
    switch (recognition.kind) {
      case 'same':
        draft.correct(recognition.machine, recognition.sight, 'changed');
        break;
      case 'moved':
        if (seen.sights.length === 1) draft.correct(recognition.machine, recognition.sight, 'moved');
        break;
      case 'swapped':
        draft.tellSwap(recognition.machine, recognition.sight);
        break;
      case 'new':
        // Which of many addresses is meant, only people know.
        if (seen.sights.length === 1) draft.enrol(seen.sights[0]);
        break;
    }
  }
  for (const [key, holders] of shared) draft.lines.push(tellShared(key, holders));
  draft.lines.push(...tellEnrolled(fleet, findings, metBy(told)), ...tellOthers(fleet, findings, list));
  draft.writeClasses();
  return { changes: draft.changes, lines: inOrder(draft.lines, findings) };
}

class Draft {
  readonly changes = new Map<string, string>();
  readonly lines: Line[] = [];
  readonly #ground: Ground;
  readonly #discovery: Discovery;
  readonly #list: ReadonlyMap<string, Listed>;
  readonly #shared: ReadonlyMap<string, readonly string[]>;
  readonly #occupancy: Occupancy;
  readonly #classes: Classes;
  readonly #names: Set<MachineName>;
  readonly #elsewhere: ReadonlyMap<string, MachineName>;

  constructor(
    ground: Ground,
    discovery: Discovery,
    list: ReadonlyMap<string, Listed>,
    shared: ReadonlyMap<string, readonly string[]>,
    occupancy: Occupancy,
  ) {
    this.#occupancy = occupancy;
    this.#ground = ground;
    this.#discovery = discovery;
    this.#list = list;
    this.#shared = shared;
    this.#classes = new Classes(ground.classes, discovery);
    this.#names = new Set([...ground.fleet.machines, ...ground.elsewhere].map(({ name }) => name));
    this.#elsewhere = new Map(
      ground.elsewhere.flatMap(({ name, identity }) => allKeys(identity).map((key) => [key, name] as const)),
    );
  }

  enrol(sight: Sight): void {
    const { service, found, identity, place } = sight;
    const holder = this.#occupancy.holder(sight, null);
    if (holder !== null) {
      this.lines.push({
        kind: 'unmatched',
        place,
        message: `another machine answers at the address of ${holder.name}: ${identity.serial ?? identity.uuid ?? 'it does not say which'}`,
        remedy: `correct the address in ${holder.file}, or delete it, and run discover again`,
      });
      return;
    }
    const listed = this.#list.get(service.asked);
    const other = allKeys(identity).flatMap((key) =>
      key.startsWith('chassis') ? [] : (this.#elsewhere.get(key) ?? []),
    )[0];
    if (other !== undefined) {
      this.lines.push({
        kind: 'duplicate',
        place,
        message: `this is ${other} of another facility`,
        remedy: 'move its manifest here, or correct the one that is wrong',
      });
      return;
    }
    // Of several machines behind one row, its name is that of none.
    const several = service.machines.length > 1;
    const wish = several ? undefined : listed?.name;
    if (wish !== undefined && this.#names.has(wish)) {
      this.lines.push({
        kind: 'unmatched',
        place,
        message: `the list calls it ${wish}, and that is another machine`,
        remedy: 'correct the list, or the manifest of the other one',
      });
      return;
    }
    const { facility } = this.#ground.fleet;
    const spot = { listed: several ? undefined : listed, identity, address: place };
    const name = wish ?? nameFor(facility, this.#discovery, spot, this.#names);
    this.#names.add(name);
    const rack = listed?.rack ?? this.#discovery.rack;
    const { name: className, isNew } = this.#classes.of(found.hardware);
    const own = this.#ownIdentity(identity);
    const spec = {
      class: className,
      ...(rack === 'unplaced'
        ? {}
        : { location: { rack, ...(listed?.unit === undefined || several ? {} : { unit: listed.unit }) } }),
      management: 'observe',
      bmc: {
        driver: this.#discovery.driver,
        address: service.address,
        credentials: service.credentials,
        ...(found.system === undefined ? {} : { system: found.system }),
        ...(service.tlsPin === undefined ? {} : { tls: { sha256: service.tlsPin } }),
      },
      ...(Object.keys(own).length === 0 ? {} : { identity: own }),
    };
    const path = `facilities/${facility}/machines/${rack}/${name}.yaml`;
    const text = writeManifest(path, 'Machine', name, spec);
    if (!text.ok) {
      const remedy = 'write its manifest by hand';
      this.lines.push({ kind: 'unmatched', place, message: `it cannot stand in a manifest: ${text.error}`, remedy });
      return;
    }
    this.changes.set(path, text.value);
    const { manufacturer, model } = found.hardware ?? {};
    const what = [manufacturer, model].filter((word) => word !== undefined).join(' ') || 'hardware that is not shown';
    const doubt = weakness(own);
    this.lines.push({
      kind: 'new',
      place,
      machine: name,
      message: `${what}, class ${className}${isNew ? ' (proposed with it)' : ''}${doubt === null ? '' : `; ${doubt.text}`}`,
      ...(doubt === null || doubt.enough
        ? {}
        : { remedy: 'it can be looked at; to adopt it, more of its identity must be known' }),
    });
  }

  /** The same hardware: what its manifest says of the way to it is made true, and nothing else. */
  correct(machine: Machine, sight: Sight, kind: 'changed' | 'moved'): void {
    const { service, found, identity, place } = sight;
    const { bmc } = machine;
    const holder = kind === 'moved' ? this.#occupancy.holder(sight, machine) : null;
    if (holder !== null) {
      this.lines.push({
        kind,
        place,
        machine: machine.name,
        message: `it was at ${bmc.address}, and its new address is that of ${holder.name}`,
        remedy: `correct the address in ${holder.file}, or delete it, and run discover again`,
      });
      return;
    }
    const isElsewhere = kind === 'moved' || placeOf(bmc.address) !== placeOf(service.asked);
    const pinned = service.tlsPin !== undefined && !bmc.insecure && (bmc.tlsPin !== undefined || isElsewhere);
    const unknown = Object.keys(machine.identity).length === 0;
    const learnt = unknown ? this.#ownIdentity(identity) : {};
    const edit: Edit = {
      ...(isElsewhere ? { address: service.address } : {}),
      ...(pinned && service.tlsPin !== undefined && service.tlsPin !== bmc.tlsPin ? { tlsPin: service.tlsPin } : {}),
      ...(found.system !== undefined && found.system !== bmc.system ? { system: found.system } : {}),
      ...(service.credentials === bmc.credentials ? {} : { credentials: service.credentials }),
      ...(Object.keys(learnt).length === 0 ? {} : { identity: learnt }),
    };
    if (Object.keys(edit).length === 0) return;
    const text = editMachine(this.#ground.texts.get(machine.file) ?? '', edit);
    const wrong = problemIn(machine.file, text);
    const news = [
      edit.address === undefined ? [] : [`from ${bmc.address} to ${edit.address}`],
      edit.tlsPin === undefined ? [] : [`the BMC shows another TLS key: ${edit.tlsPin.slice(0, 12)}…`],
      edit.system === undefined ? [] : [`as system ${edit.system}`],
      edit.credentials === undefined ? [] : [`takes ${edit.credentials}, not ${bmc.credentials}`],
      edit.identity === undefined ? [] : [`its identity is known now: ${Object.keys(learnt).join(', ')}`],
    ].flat();
    if (wrong !== null) {
      const message = `${news.join('; ')}; its manifest could not be edited: ${wrong}`;
      this.lines.push({ kind, place, machine: machine.name, message, remedy: `correct ${machine.file} by hand` });
      return;
    }
    this.changes.set(machine.file, text);
    const trust = edit.tlsPin !== undefined && kind === 'changed';
    this.lines.push({
      kind,
      place,
      machine: machine.name,
      message: news.join('; '),
      ...(trust ? { remedy: 'make sure that somebody renewed the key before this is merged' } : {}),
    });
  }

  /** Who a machine is, people say. */
  tellSwap(machine: Machine, { place, identity, service }: Sight): void {
    const { differing } = compareIdentity(machine.identity, identity);
    const changes = differing.map(
      (field) => `${field} ${machine.identity[field]} is enrolled, ${identity[field]} answers`,
    );
    const isElsewhere = placeOf(machine.bmc.address) !== placeOf(service.asked);
    const board = differing.includes('uuid') ? 'its board was replaced' : 'a part of it was replaced';
    this.lines.push({
      kind: 'swapped',
      place,
      machine: machine.name,
      message: `${board}: ${changes.join('; ')}${isElsewhere ? `; it was at ${machine.bmc.address}` : ''}`,
      remedy: `if that is so, write what answers into spec.identity of ${machine.file}`,
    });
  }

  /** One piece of hardware at many addresses. */
  tellCrowd({ sights, identity }: Hardware, recognition: Recognition): void {
    const [first, ...others] = sights.map(({ place }) => place);
    const who = identity.serial ?? identity.uuid ?? 'no name';
    const shown = others.slice(0, 3).join(', ');
    const more = others.length > 3 ? ` and ${others.length - 3} more` : '';
    const enrolled = recognition.kind === 'same' ? recognition.machine.name : undefined;
    this.lines.push({
      kind: 'duplicate',
      place: first ?? '',
      ...(enrolled === undefined ? {} : { machine: enrolled }),
      message: `the machine ${who} answers here and at ${shown}${more}: a proxy, or a BMC with several addresses`,
      remedy:
        enrolled === undefined
          ? 'nothing is proposed of it; leave all but one of these addresses out of the ranges'
          : 'its manifest stays; leave the other addresses out of the ranges',
    });
  }

  writeClasses(): void {
    for (const { name, expects } of this.#classes.made) {
      const path = `classes/${name}.yaml`;
      const spec = Object.keys(expects).length === 0 ? {} : { expects };
      const text = writeManifest(path, 'MachineClass', name, spec);
      if (text.ok) this.changes.set(path, text.value);
    }
  }

  /** Without what another machine says too: a manifest would be refused with it. */
  #ownIdentity(identity: Identity): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Object.entries(identity).filter(([field, value]) => !this.#shared.has(`${field} ${String(value).toLowerCase()}`)),
    );
  }
}

/** What its identity lacks; `enough`: it can be adopted all the same (law 7). */
function weakness(
  identity: Readonly<Record<string, string>>,
): { readonly text: string; readonly enough: boolean } | null {
  const fields = Object.keys(identity);
  const missing = ['uuid', 'serial'].filter((field) => !fields.includes(field));
  if (missing.length === 0) return null;
  return {
    text: `it tells no ${missing.join(' and no ')} of its own`,
    enough: fields.length >= 2 && missing.length < 2,
  };
}

/**
 * Values of uuid, serial and BMC MAC that two different machines say, with the places of all of them. Machines behind one
 * BMC have its MAC in common.
 */
function sharedValues(
  { fleet }: Ground,
  hardware: readonly Hardware[],
  told: ReadonlyMap<Hardware, Recognition>,
): ReadonlyMap<string, readonly string[]> {
  const holders = new Map<string, Map<string, string>>();
  const hold = (identity: Identity, who: string, service: string, place: string): void => {
    for (const key of allKeys(identity)) {
      if (key.startsWith('chassisSerial')) continue;
      const map = holders.get(key) ?? new Map<string, string>();
      const holder = key.startsWith('bmcMac') ? service : who;
      if (!map.has(holder)) map.set(holder, place);
      holders.set(key, map);
    }
  };
  const services = new Map<Machine, string>();
  for (const seen of hardware) {
    const [{ place, service }] = seen.sights;
    const recognition = told.get(seen);
    const machine = recognition === undefined || recognition.kind === 'new' ? null : recognition.machine;
    if (machine !== null) services.set(machine, service.asked);
    hold(seen.identity, machine?.name ?? place, service.asked, place);
  }
  // What a manifest says counts too, also of a machine that said less this time.
  for (const machine of fleet.machines) {
    const place = services.get(machine) ?? placeOf(machine.bmc.address);
    hold(machine.identity, machine.name, place, place);
  }
  return new Map([...holders].filter(([, map]) => map.size > 1).map(([key, map]) => [key, [...map.values()]] as const));
}

const metBy = (told: ReadonlyMap<Hardware, Recognition>): ReadonlySet<Machine> =>
  new Set([...told.values()].flatMap((one) => (one.kind === 'new' ? [] : [one.machine])));

function tellShared(key: string, [first = '', ...others]: readonly string[]): Line {
  return {
    kind: 'duplicate',
    place: first,
    message: `${key} is also that of ${others.slice(0, 3).join(', ')}${others.length > 3 ? ` and ${others.length - 3} more` : ''}`,
    remedy: 'it tells nobody apart, and is left out of what is proposed; have it set right in the firmware',
  };
}

function inOrder(lines: readonly Line[], findings: readonly Finding[]): readonly Line[] {
  const order = new Map(findings.map(({ asked }, i) => [asked, i]));
  const at = ({ place }: Line): number => order.get(place.split(' ', 1)[0] ?? '') ?? order.size;
  return lines.toSorted((a, b) => lineKinds.indexOf(a.kind) - lineKinds.indexOf(b.kind) || at(a) - at(b));
}
