import type { Started } from '../../../model/outcome.ts';
import type { Client } from '../../../redfish/client.ts';
import type { Reader } from '../../../redfish/reader.ts';
import type { Missed } from '../../../redfish/reply.ts';
import type { Forms } from './form.ts';
import type { Standing } from './place.ts';
/** What a verb has at hand: the machine as it was read a moment ago, and how to send to it. */
export interface Approach extends Standing {
    readonly client: Client;
    readonly reader: Reader;
    readonly forms: Forms;
    readonly signal: AbortSignal;
}
/** Something that had to be read first could not be: the request itself never left. */
export declare const notReached: ({ reason, message }: Missed) => Started;
