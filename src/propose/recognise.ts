import { compareIdentity } from '../diff/identity.ts';
import { placeOf } from '../manifest/bmc-address.ts';
import type { Machine } from '../model/fleet.ts';
import type { Identity } from '../model/inventory.ts';
import { allKeys, type Hardware, isAlike, type Sight } from './seen.ts';

/** Which manifest a piece of hardware is that of. */
export type Recognition =
  | { readonly kind: 'same'; readonly machine: Machine; readonly sight: Sight }
  /** The hardware of this manifest, not where it says. */
  | { readonly kind: 'moved'; readonly machine: Machine; readonly sight: Sight }
  /** In part: something of it was replaced. */
  | { readonly kind: 'swapped'; readonly machine: Machine; readonly sight: Sight }
  | { readonly kind: 'new' };

/**
 * By what the hardware says of itself first, and by the address only where a manifest says nothing else. Each manifest is
 * given away once, and the surest likeness chooses first.
 */
export function recognise(
  machines: readonly Machine[],
  hardware: readonly Hardware[],
): ReadonlyMap<Hardware, Recognition> {
  const byPlace = groupBy(machines, ({ bmc }) => [placeOf(bmc.address)]);
  const byKey = groupBy(machines, ({ identity }) => allKeys(identity));
  const told = new Map<Hardware, Recognition>();
  const taken = new Set<Machine>();
  const choose = (kind: 'same' | 'moved' | 'swapped', look: (seen: Hardware) => Choice | undefined): void => {
    for (const seen of hardware) {
      const choice = told.has(seen) ? undefined : look(seen);
      if (choice === undefined) continue;
      told.set(seen, { kind, ...choice });
      taken.add(choice.machine);
    }
  };
  const there = (seen: Hardware, fits: (machine: Machine, sight: Sight) => boolean): Choice | undefined => {
    for (const sight of seen.sights) {
      const rivals = byPlace.get(placeOf(sight.service.asked)) ?? [];
      const machine = rivals.find((one) => !taken.has(one) && isSystemOf(one, sight) && fits(one, sight));
      if (machine !== undefined) return { machine, sight };
    }
    return undefined;
  };
  const anywhere = (seen: Hardware, fits: (machine: Machine) => boolean): Choice | undefined => {
    const rivals = allKeys(seen.identity).flatMap((key) => byKey.get(key) ?? []);
    const machine = rivals.find((one) => !taken.has(one) && fits(one));
    return machine === undefined ? undefined : { machine, sight: seen.sights[0] };
  };
  choose('same', (seen) => there(seen, ({ identity }, sight) => isAlike(identity, sight.identity)));
  choose('moved', (seen) => anywhere(seen, ({ identity }) => isAlike(identity, seen.identity)));
  // Nothing that either side says speaks against it.
  choose('same', (seen) =>
    there(seen, ({ identity }, sight) => compareIdentity(identity, sight.identity).differing.length === 0),
  );
  choose('swapped', (seen) => there(seen, ({ identity }, sight) => isPartly(identity, sight.identity)));
  choose('swapped', (seen) => anywhere(seen, ({ identity }) => isRebuilt(identity, seen.identity)));
  return new Map(hardware.map((seen) => [seen, told.get(seen) ?? { kind: 'new' }]));
}

interface Choice {
  readonly machine: Machine;
  readonly sight: Sight;
}

/** A manifest that names no system is that of a service with one. */
function isSystemOf({ bmc }: Machine, { service, found }: Sight): boolean {
  if (bmc.system === undefined) return service.machines.length === 1;
  return found.system === undefined || found.system.toLowerCase() === bmc.system.toLowerCase();
}

function isPartly(enrolled: Identity, seen: Identity): boolean {
  const { agreeing, differing } = compareIdentity(enrolled, seen);
  return agreeing.length > 0 && differing.length > 0;
}

/** Elsewhere, where only the serial numbers that people read off the box count. */
function isRebuilt(enrolled: Identity, seen: Identity): boolean {
  const { agreeing, differing } = compareIdentity(enrolled, seen);
  return differing.includes('uuid') && (agreeing.includes('serial') || agreeing.includes('chassisSerial'));
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}
