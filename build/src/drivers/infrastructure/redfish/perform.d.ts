import type { Started } from '../../../model/outcome.ts';
import type { Arguments } from '../../../model/plan.ts';
import type { RedfishLimits } from '../../../redfish/limits.ts';
import { type Subject } from '../../define.ts';
import { type Connection } from './connections.ts';
/**
 * Reads what the request depends on, which also shows that the session is still good, and then sends the one request.
 * What cannot be read beforehand is not sent.
 */
export declare function perform(connection: Connection, subject: Subject, args: Arguments, quirk: string | undefined, limits: RedfishLimits, signal: AbortSignal): Promise<Started>;
