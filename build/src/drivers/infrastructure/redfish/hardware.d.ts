import type { Hardware } from '../../../model/inventory.ts';
import { type Resource } from '../../../redfish/fields.ts';
import type { Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
/** Everything slow, or why it could not be read whole. */
export declare function readHardware(reader: Reader, system: Resource, manager: Resource | undefined): Promise<Reading<Hardware>>;
