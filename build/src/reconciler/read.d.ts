import { type Restraint } from '../manifest/restraint.ts';
import type { CommitId } from '../model/names.ts';
import type { Rejection } from '../model/status.ts';
import type { RefName } from '../ports/repo.ts';
import { type Accepted, type Knowledge, type Tools } from './knowledge.ts';
export type Refs = ReadonlyMap<RefName, CommitId | null>;
/** The refs as the remote has them now, or why it cannot be asked. */
export declare function fetchRefs(tools: Tools): Promise<{
    readonly refs: Refs;
} | {
    readonly failure: string;
}>;
export interface Acceptance {
    /** The newest acceptable revision; what it was before, where nothing newer is. */
    readonly accepted: Accepted | null;
    readonly rejected: Rejection | null;
    readonly restraint: Restraint;
    /** Taken although it does not descend from the last one, because an operator said so. */
    readonly forced: boolean;
}
export declare const unrestrained: Restraint;
/** Of the head and what lies between it and the last accepted commit, the newest that is whole (law 4). */
export declare function accept(tools: Tools, known: Knowledge, head: CommitId | null, allowed?: CommitId): Promise<Acceptance>;
/**
 * Asked once for each batch, just before anything is sent: the grants still stand in the freshly read head, the lease is
 * ours, and nobody else wrote status.
 */
export declare function stillStands(tools: Tools, known: Knowledge, accepted: Accepted): Promise<{
    readonly kind: 'stands';
} | {
    readonly kind: 'moved';
    readonly message: string;
}>;
