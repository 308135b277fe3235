import type { Client } from './client.ts';
import { type Resource } from './fields.ts';
import type { RedfishLimits } from './limits.ts';
import { type Found, type Reading, type Reply } from './reply.ts';
import type { Root } from './root.ts';
/** Reading one BMC for one look: bounded in requests, and called off as a whole. */
export interface Reader {
    readonly origin: string;
    readonly root: Root;
    readonly limits: RedfishLimits;
    get(path: string): Promise<Reply>;
}
export declare function openReader(client: Client, limits: RedfishLimits, signal: AbortSignal): Promise<Reading<Reader>>;
/** The same, for what must not be taken for absent because it is not shown to us: that is a miss. */
export declare const demanding: (reader: Reader) => Reader;
/** `null`: no such link, or nothing behind it. */
export declare function follow(reader: Reader, from: Resource, name: string): Promise<Reading<Found | null>>;
/** `null`: it is not there. */
export declare function getOptional(reader: Reader, path: string): Promise<Reading<Found | null>>;
/** Where a link leads, within the origin. */
export declare function pathOf(reader: Reader, from: Resource | undefined, name: string): string | undefined;
