import { createHash } from 'node:crypto';
import { canonical } from '../model/canonical.ts';
import type { Hardware, Part, PartChange } from '../model/inventory.ts';

/** The parts of a machine as people tell them apart; link speeds and firmware, which change without a hand, are left out. */
export const partsOf = ({ processors, memory, drives, nics }: Hardware): readonly Part[] => [
  ...processors.map(({ id, model, cores }): Part => ({ kind: 'processor', id, ...told({ model, size: cores }) })),
  ...memory.map(
    ({ id, partNumber, serial, mib }): Part => ({
      kind: 'memory module',
      id,
      ...told({ model: partNumber, serial, size: mib }),
    }),
  ),
  ...drives.map(
    ({ id, model, serial, bytes }): Part => ({ kind: 'drive', id, ...told({ model, serial, size: bytes }) }),
  ),
  ...nics.map(({ id, mac }): Part => ({ kind: 'network interface', id, ...told({ mac }) })),
];

function told({
  model,
  serial,
  mac,
  size,
}: {
  readonly model?: string | undefined;
  readonly serial?: string | undefined;
  readonly mac?: string | undefined;
  readonly size?: number | undefined;
}): Pick<Part, 'model' | 'serial' | 'mac' | 'size'> {
  return {
    ...(model === undefined ? {} : { model }),
    ...(serial === undefined ? {} : { serial }),
    ...(mac === undefined ? {} : { mac }),
    ...(size === undefined ? {} : { size }),
  };
}

type Field = 'model' | 'size' | 'serial' | 'mac';
const fields: readonly Field[] = ['model', 'size', 'serial', 'mac'];

/** Something else sits there. What one side does not tell proves nothing. */
export const isOther = (was: Part, is: Part): boolean =>
  fields.some((field) => was[field] !== undefined && is[field] !== undefined && was[field] !== is[field]);

export const placeOf = ({ kind, id }: Part): string => `${kind} ${id}`;

/** Place by place, what sits there now and did not before, or the other way round. */
export function changesBetween(before: readonly Part[], now: readonly Part[]): readonly PartChange[] {
  const was = new Map(before.map((part) => [placeOf(part), part]));
  const is = new Map(now.map((part) => [placeOf(part), part]));
  const places = [...new Set([...was.keys(), ...is.keys()])].sort();
  return places.flatMap((place): readonly PartChange[] => {
    const [old, present] = [was.get(place), is.get(place)];
    if (!old) return present ? [{ is: present }] : [];
    if (!present) return [{ was: old }];
    return isOther(old, present) ? [{ was: old, is: present }] : [];
  });
}

/** The parts as they were before these changes. */
export function undo(parts: readonly Part[], changes: readonly PartChange[]): readonly Part[] {
  const changed = new Set(changes.flatMap(({ was, is }) => [was, is].flatMap((part) => (part ? [placeOf(part)] : []))));
  return [...parts.filter((part) => !changed.has(placeOf(part))), ...changes.flatMap(({ was }) => was ?? [])];
}

/** Names one state of the parts, for `spec.hardware.acknowledged`. */
export const markOf = (hardware: Hardware): string =>
  createHash('sha256')
    .update(canonical(partsOf(hardware)))
    .digest('hex')
    .slice(0, 16);

/** "lost memory module DIMM A3 (32 GiB, serial 4711)". */
export function changeWords({ was, is }: PartChange): string {
  if (was && is) return `has another ${placeOf(is)} (${differing(was, is)})`;
  if (was) return `lost ${placeOf(was)} (${words(was)})`;
  return is ? `has a new ${placeOf(is)} (${words(is)})` : 'is unchanged';
}

export const partWords = (part: Part): string => `${placeOf(part)} (${words(part)})`;

function words(part: Part): string {
  const { model, serial, mac } = part;
  const all = [model, sizeWords(part), serial && `serial ${serial}`, mac];
  return all.filter((word) => word !== undefined && word !== '').join(', ') || 'nothing is told of it';
}

/** Only what tells the two apart. */
function differing(was: Part, is: Part): string {
  const told = (part: Part, field: Field): string | undefined =>
    field === 'size' ? sizeWords(part) : part[field] && `${field === 'serial' ? 'serial ' : ''}${part[field]}`;
  return fields
    .flatMap((field) => {
      const [old, present] = [told(was, field), told(is, field)];
      return old && present && old !== present ? [`${old} → ${present}`] : [];
    })
    .join(', ');
}

function sizeWords({ kind, size }: Part): string | undefined {
  if (size === undefined) return undefined;
  switch (kind) {
    case 'processor':
      return `${size} cores`;
    case 'memory module':
      return size % 1024 === 0 ? `${size / 1024} GiB` : `${size} MiB`;
    case 'drive':
      return `${Math.round(size / 1e9)} GB`;
    case 'network interface':
      return undefined;
  }
}
