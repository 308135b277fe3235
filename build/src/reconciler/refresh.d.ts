import { type Knowledge, type Tools } from './knowledge.ts';
import type { OperatorNotes } from './operator.ts';
export type Refreshed = {
    readonly kind: 'active';
    readonly known: Knowledge;
} | {
    readonly kind: 'standby';
    readonly known: Knowledge | null;
    readonly message: string;
};
/** Reads the refs, gets or keeps the lease, and takes in the newest acceptable commit. */
export declare function refresh(tools: Tools, before: Knowledge | null, notes: OperatorNotes): Promise<Refreshed>;
