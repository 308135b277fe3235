import type { Drive } from '../../../model/inventory.ts';
import { type Resource } from '../../../redfish/fields.ts';
import type { Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
/** The drives of every Storage; where there are none, the devices of SimpleStorage, which have no serial. */
export declare function readDrives(reader: Reader, system: Resource): Promise<Reading<readonly Drive[]>>;
