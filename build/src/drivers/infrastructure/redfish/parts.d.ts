import { type Resource } from '../../../redfish/fields.ts';
import { type Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
/** The members of a collection that a resource links to; no link and no collection are no members. */
export declare function readParts(reader: Reader, from: Resource | undefined, name: string): Promise<Reading<readonly Resource[]>>;
/** An empty socket or bay is listed too. */
export declare const isPresent: (resource: Resource) => boolean;
/** Zero is how many services say that they do not know. */
export declare function positive(resource: Resource, name: string): number | undefined;
/** By id, in the order of its characters, so that equal hardware is written equally. */
export declare const byId: <T extends {
    readonly id: string;
}>(parts: readonly T[]) => readonly T[];
