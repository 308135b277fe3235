import type { Discovery, Listed } from '../model/discovery.ts';
import type { Identity } from '../model/inventory.ts';
import type { FacilityName, MachineName } from '../model/names.ts';

/** What can be part of a name, from whatever text. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');

/** A name for a machine that has none yet: by the pattern, else by serial number, else by address; never one that is taken. */
export function nameFor(
  facility: FacilityName,
  discovery: Discovery,
  place: { readonly listed: Listed | undefined; readonly identity: Identity; readonly address: string },
  taken: ReadonlySet<MachineName>,
): MachineName {
  const { listed, identity } = place;
  const serial = slug(identity.serial ?? identity.chassisSerial ?? '');
  const address = slug(place.address);
  const known: Readonly<Record<string, string>> = {
    facility,
    rack: listed?.rack ?? '',
    unit: listed?.unit === undefined ? '' : String(listed.unit).padStart(2, '0'),
    serial,
    address,
  };
  let missing = false;
  const patterned = discovery.names.replace(/\{(\w+)\}/g, (_, word: string) => {
    const value = known[word] ?? '';
    missing ||= value === '';
    return value;
  });
  const base = slug(missing ? `${facility}-${serial === '' ? address : serial}` : patterned);
  let name = base;
  for (let i = 2; taken.has(name); i++) name = `${base.slice(0, 63 - String(i).length - 1)}-${i}`;
  return name;
}
