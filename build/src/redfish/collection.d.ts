import { type Resource } from './fields.ts';
import type { Reader } from './reader.ts';
import type { Reading } from './reply.ts';
/** The members' paths over all pages, each once; `null`: there is no such collection. */
export declare function memberPaths(reader: Reader, path: string): Promise<Reading<readonly string[] | null>>;
/**
 * The members themselves, in the order of the collection; `null`: there is no such collection. A member that is
 * linked and not there is left out: real BMCs have such links.
 */
export declare function members(reader: Reader, path: string): Promise<Reading<readonly Resource[] | null>>;
/** What a list of links leads to, such as `Drives` of a Storage. */
export declare function linked(reader: Reader, paths: readonly string[]): Promise<Reading<readonly Resource[]>>;
