import { type Resource } from '../../../redfish/fields.ts';
import { type Reader } from '../../../redfish/reader.ts';
import type { Found, Reading } from '../../../redfish/reply.ts';
/** The BMC of a system: as linked, or the only one that the service has. `null`: it does not say. */
export declare function findManager(reader: Reader, system: Resource): Promise<Reading<Found | null>>;
