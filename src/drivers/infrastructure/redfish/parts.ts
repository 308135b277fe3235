import { ok } from '../../../model/result.ts';
import { members } from '../../../redfish/collection.ts';
import { number, part, type Resource, text } from '../../../redfish/fields.ts';
import { pathOf, type Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';

/** The members of a collection that a resource links to; no link and no collection are no members. */
export async function readParts(
  reader: Reader,
  from: Resource | undefined,
  name: string,
): Promise<Reading<readonly Resource[]>> {
  const path = pathOf(reader, from, name);
  const found = path === undefined ? ok(null) : await members(reader, path);
  return found.ok ? ok(found.value ?? []) : found;
}

/** An empty socket or bay is listed too. */
export const isPresent = (resource: Resource): boolean => text(part(resource, 'Status'), 'State') !== 'Absent';

/** Zero is how many services say that they do not know. */
export function positive(resource: Resource, name: string): number | undefined {
  const value = number(resource, name);
  return value !== undefined && value > 0 ? value : undefined;
}

/** By id, in the order of its characters, so that equal hardware is written equally. */
export const byId = <T extends { readonly id: string }>(parts: readonly T[]): readonly T[] =>
  [...parts].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
