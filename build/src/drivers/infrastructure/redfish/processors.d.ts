import type { Processor } from '../../../model/inventory.ts';
import { type Resource } from '../../../redfish/fields.ts';
import type { Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
/** CPUs; GPUs and other accelerators are listed in the same collection. */
export declare function readProcessors(reader: Reader, system: Resource): Promise<Reading<readonly Processor[]>>;
