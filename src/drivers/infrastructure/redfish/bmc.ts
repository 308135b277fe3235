import { ok } from '../../../model/result.ts';
import { memberPaths } from '../../../redfish/collection.ts';
import { links, part, type Resource } from '../../../redfish/fields.ts';
import { getOptional, type Reader } from '../../../redfish/reader.ts';
import type { Found, Reading } from '../../../redfish/reply.ts';
import { within } from '../../../redfish/uri.ts';

/** The BMC of a system: as linked, or the only one that the service has. `null`: it does not say. */
export async function findManager(reader: Reader, system: Resource): Promise<Reading<Found | null>> {
  const around = part(system, 'Links');
  // Huawei calls it Managers.
  const [named] = [...links(around, 'ManagedBy'), ...links(around, 'Managers')];
  const path = named === undefined ? undefined : within(reader.origin, named);
  if (path !== undefined) return getOptional(reader, path);
  const all = await memberPaths(reader, reader.root.managers);
  if (!all.ok) return all;
  const [only, ...others] = all.value ?? [];
  return only === undefined || others.length > 0 ? ok(null) : getOptional(reader, only);
}
