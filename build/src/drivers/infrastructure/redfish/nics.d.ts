import type { Nic } from '../../../model/inventory.ts';
import { type Resource } from '../../../redfish/fields.ts';
import type { Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
/** The system's own interfaces, without the one that leads to its BMC. */
export declare function readNics(reader: Reader, system: Resource): Promise<Reading<readonly Nic[]>>;
