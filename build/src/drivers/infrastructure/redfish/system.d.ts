import type { Reader } from '../../../redfish/reader.ts';
import { type Found, type Reading } from '../../../redfish/reply.ts';
/** The ComputerSystem that is meant: the named one, the only one, or the only one that can be reset. */
export declare function findSystem(reader: Reader, named: string | undefined): Promise<Reading<Found>>;
