import type { Processor } from '../../../model/inventory.ts';
import { ok } from '../../../model/result.ts';
import { type Resource, text } from '../../../redfish/fields.ts';
import { given } from '../../../redfish/given.ts';
import { telling } from '../../../redfish/identity-value.ts';
import { label } from '../../../redfish/printable.ts';
import type { Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
import { byId, isPresent, positive, readParts } from './parts.ts';

/** CPUs; GPUs and other accelerators are listed in the same collection. */
export async function readProcessors(reader: Reader, system: Resource): Promise<Reading<readonly Processor[]>> {
  const found = await readParts(reader, system, 'Processors');
  if (!found.ok) return found;
  const cpus = found.value.filter((cpu) => isPresent(cpu) && (text(cpu, 'ProcessorType') ?? 'CPU') === 'CPU');
  return ok(byId(cpus.map(describe)));
}

const describe = (cpu: Resource): Processor => ({
  id: label(cpu, 'Id') ?? '',
  ...given({
    model: telling(text(cpu, 'Model')),
    cores: positive(cpu, 'TotalCores'),
    threads: positive(cpu, 'TotalThreads'),
  }),
});
