import type { Machine } from '../model/fleet.ts';
import type { Identity } from '../model/inventory.ts';
import type { MachineName } from '../model/names.ts';

/** Two agree, one of them the system's own, and none that both sides know differs (law 7). */
export function matches(enrolled: Identity, seen: Identity): boolean {
  const { agreeing, differing } = compareIdentity(enrolled, seen);
  return agreeing.length >= 2 && differing.length === 0 && (agreeing.includes('uuid') || agreeing.includes('serial'));
}

/**
 * The same, for what a machine tells of itself from inside. SMBIOS before 2.6 did not say in which order the first three
 * parts of a UUID lie, so that BMC and operating system of one machine may disagree about it (DMTF DSP0134 §7.2.1).
 */
export const matchesFromInside = (enrolled: Identity, seen: Identity): boolean =>
  matches(enrolled, seen) || (seen.uuid !== undefined && matches(enrolled, { ...seen, uuid: swapUuid(seen.uuid) }));

/** The bytes of each of its first three parts in the other order. */
export const swapUuid = (uuid: string): string =>
  uuid
    .split('-')
    .map((part, index) => (index < 3 ? (part.match(/../g) ?? []).reverse().join('') : part))
    .join('-');

/**
 * Whether what was seen is taken for this machine's. Where nothing is done to it less proof will do: `adopt` asks that
 * nothing contradicts, and `observe` shows whatever is there.
 */
export const isOwn = ({ identity, management }: Machine, seen: Identity): boolean =>
  management === 'observe' ||
  (management === 'adopt' && compareIdentity(identity, seen).differing.length === 0) ||
  matches(identity, seen);

type Field = keyof Identity;
export const identityFields: readonly Field[] = ['uuid', 'serial', 'chassisSerial', 'bmcMac'];

export function compareIdentity(
  enrolled: Identity,
  seen: Identity,
): { readonly agreeing: readonly Field[]; readonly differing: readonly Field[] } {
  const both = identityFields.filter((field) => enrolled[field] !== undefined && seen[field] !== undefined);
  // Vendors change the case of UUIDs and MACs between firmware versions.
  const same = (field: Field): boolean => enrolled[field]?.toLowerCase() === seen[field]?.toLowerCase();
  return { agreeing: both.filter(same), differing: both.filter((field) => !same(field)) };
}

/** For people: `serial 7XK2M93 is enrolled, 9YY1B02 answers`. */
export function explainMismatch(enrolled: Identity, seen: Identity): string {
  const { agreeing, differing } = compareIdentity(enrolled, seen);
  if (differing.length > 0) {
    return differing.map((f) => `${f} ${enrolled[f]} is enrolled, ${seen[f]} answers`).join('; ');
  }
  return `two of uuid, serial, chassisSerial, bmcMac must match, one of them uuid or serial; only ${
    agreeing.join(', ') || 'none'
  } does`;
}

/** What a person has to do where another board, or another machine, answers: the one commit that ends it. */
export function replacementRemedy(name: MachineName, seen: Identity): string {
  const told = identityFields.flatMap((field) => (seen[field] === undefined ? [] : [`${field}: ${seen[field]}`]));
  const both = told.length >= 2 && (seen.uuid !== undefined || seen.serial !== undefined);
  return both
    ? `if this is the machine, with another board, commit spec.identity: { ${told.join(', ')} }, or let nanometal adopt ${name} --identity write that commit`
    : `it tells only ${told.join(', ') || 'nothing'}, too little to be enrolled by`;
}
