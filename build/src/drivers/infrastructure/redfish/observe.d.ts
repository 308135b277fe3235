import type { Look } from '../../../model/inventory.ts';
import type { RedfishLimits } from '../../../redfish/limits.ts';
import type { Clock, Depth, Subject } from '../../define.ts';
import { type Connection } from './connections.ts';
/** One look. It changes nothing on the hardware, logins aside. */
export declare function observe(connection: Connection, subject: Subject, depth: Depth, clock: Clock, limits: RedfishLimits, signal: AbortSignal): Promise<Look>;
