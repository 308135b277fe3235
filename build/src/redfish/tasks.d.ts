import type { OpenTask } from '../model/inventory.ts';
import { type Reader } from './reader.ts';
import type { Reading } from './reply.ts';
/** Finished tasks stay in the collection for minutes or for ever; these paths need no second look. */
export type FinishedTasks = Set<string>;
/** Where the tasks of this BMC are listed; `null`: it knows none. */
export declare function findTasks(reader: Reader): Promise<Reading<string | null>>;
/** The tasks of this BMC that are not in a final state; `path` is the collection's. No collection: no tasks. */
export declare function openTasks(from: Reader, path: string, finished: FinishedTasks): Promise<Reading<readonly OpenTask[]>>;
