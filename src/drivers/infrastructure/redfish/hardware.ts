import type { Hardware } from '../../../model/inventory.ts';
import { ok } from '../../../model/result.ts';
import { type Resource, text } from '../../../redfish/fields.ts';
import { given } from '../../../redfish/given.ts';
import { telling } from '../../../redfish/identity-value.ts';
import { label } from '../../../redfish/printable.ts';
import type { Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
import { readDrives } from './drives.ts';
import { readFirmware } from './firmware.ts';
import { readMemory } from './memory.ts';
import { readNics } from './nics.ts';
import { readProcessors } from './processors.ts';

/** Everything slow, or why it could not be read whole. */
export async function readHardware(
  reader: Reader,
  system: Resource,
  manager: Resource | undefined,
): Promise<Reading<Hardware>> {
  const processors = await readProcessors(reader, system);
  if (!processors.ok) return processors;
  const memory = await readMemory(reader, system);
  if (!memory.ok) return memory;
  const drives = await readDrives(reader, system);
  if (!drives.ok) return drives;
  const nics = await readNics(reader, system);
  if (!nics.ok) return nics;
  const firmware = await readFirmware(reader);
  if (!firmware.ok) return firmware;
  return ok({
    ...given({
      manufacturer: telling(text(system, 'Manufacturer')),
      model: telling(text(system, 'Model')),
      sku: telling(text(system, 'SKU')),
      biosVersion: label(system, 'BiosVersion'),
      bmcVersion: label(manager, 'FirmwareVersion'),
    }),
    processors: processors.value,
    memory: memory.value,
    drives: drives.value,
    nics: nics.value,
    firmware: firmware.value,
  });
}
