import type { Identity } from '../../../model/inventory.ts';
import { type Resource } from '../../../redfish/fields.ts';
import { type Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
/** What is told by the chassis and by the BMC, and not by the system itself. */
type Around = Pick<Identity, 'chassisSerial' | 'bmcMac'>;
/** Who the system says it is, in its own words, and what is known around it. */
export declare const readIdentity: (system: Resource, around: Around) => Identity;
export declare function readChassisSerial(reader: Reader, system: Resource): Promise<Reading<string | null>>;
/**
 * Of the BMC's first interface that has an address of its own: those between host and BMC have made-up ones, on iLO the
 * same on every machine.
 */
export declare function readBmcMac(reader: Reader, manager: Resource | undefined): Promise<Reading<string | null>>;
export {};
