import type { MemoryModule } from '../../../model/inventory.ts';
import { type Resource } from '../../../redfish/fields.ts';
import type { Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
export declare function readMemory(reader: Reader, system: Resource): Promise<Reading<readonly MemoryModule[]>>;
