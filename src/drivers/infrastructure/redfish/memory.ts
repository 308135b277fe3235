import type { MemoryModule } from '../../../model/inventory.ts';
import { ok } from '../../../model/result.ts';
import { number, type Resource, text } from '../../../redfish/fields.ts';
import { given } from '../../../redfish/given.ts';
import { telling } from '../../../redfish/identity-value.ts';
import { label } from '../../../redfish/printable.ts';
import type { Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
import { byId, isPresent, positive, readParts } from './parts.ts';

export async function readMemory(reader: Reader, system: Resource): Promise<Reading<readonly MemoryModule[]>> {
  const found = await readParts(reader, system, 'Memory');
  if (!found.ok) return found;
  const fitted = found.value.filter((module) => isPresent(module) && number(module, 'CapacityMiB') !== 0);
  return ok(byId(fitted.map(describe)));
}

const describe = (module: Resource): MemoryModule => ({
  id: label(module, 'Id') ?? '',
  ...given({
    mib: positive(module, 'CapacityMiB'),
    serial: telling(text(module, 'SerialNumber')),
    partNumber: telling(text(module, 'PartNumber')),
  }),
});
