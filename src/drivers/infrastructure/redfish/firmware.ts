import type { Firmware } from '../../../model/inventory.ts';
import { ok } from '../../../model/result.ts';
import type { Resource } from '../../../redfish/fields.ts';
import { label } from '../../../redfish/printable.ts';
import { getOptional, type Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
import { byId, isPresent, readParts } from './parts.ts';

/** What is installed, by UpdateService.FirmwareInventory. */
export async function readFirmware(reader: Reader): Promise<Reading<readonly Firmware[]>> {
  const service = await getOptional(reader, reader.root.updateService);
  if (!service.ok) return service;
  const found = await readParts(reader, service.value?.body, 'FirmwareInventory');
  if (!found.ok) return found;
  return ok(byId(found.value.filter(isPresent).flatMap(describe)));
}

/** A slot for an update that is not there has no version, or dashes for one. */
function describe(item: Resource): readonly Firmware[] {
  const [id, version] = [label(item, 'Id'), label(item, 'Version')];
  return id === undefined || version === undefined || !/[0-9a-z]/i.test(version) ? [] : [{ id, version }];
}
