import type { Ended } from '../diff/conclude.ts';
import type { Memory } from '../model/memory.ts';
import { type Knowledge, type Tools } from './knowledge.ts';
/** Memory as if the intents that have not left had never been meant. */
export declare function withoutUnsent(memory: Memory): Memory;
/** And with them again: record.ts decides, plan in hand, which of them go on. */
export declare function withUnsent(memory: Memory, before: Memory): Memory;
/** Makes what was concluded durable here; the next commit tells it. */
export declare function journalEnds(tools: Tools, known: Knowledge, ended: readonly Ended[]): Promise<Knowledge>;
