import type { CommitId, Ticks } from '../model/names.ts';
import type { Commit } from '../ports/repo.ts';
import { type Knowledge, type Lease, type LeaseView, type Tools } from './knowledge.ts';
/** `held`: ours, and safe to act on. `standby`: another's, or the remote would not give it to us now. */
export type LeaseTurn = {
    readonly kind: 'held';
    readonly view: LeaseView;
} | {
    readonly kind: 'standby';
    readonly view: LeaseView;
    readonly message: string;
};
/**
 * Gets the lease, or keeps it (design §4). The ref moves by compare-and-swap only, so of two who try one wins; `force`
 * renews even when it is not due, which proves in that moment that nobody has taken it.
 */
export declare function holdLease(tools: Tools, view: LeaseView, statusHead: CommitId | null, accepted: CommitId | null, force: boolean): Promise<LeaseTurn>;
/** Lets another have it at once. */
export declare function releaseLease(tools: Tools, known: Knowledge): Promise<void>;
/** True while nobody else can have taken it, by our own clock: two of the three terms, so that a slow request fits in. */
export declare const isFenced: (view: LeaseView, leaseTermMs: number, now: Ticks) => boolean;
/** What the ref says now, seen from what we knew of it. */
export declare function viewLease(tools: Tools, before: LeaseView, id: CommitId | null): Promise<LeaseView>;
/** Null for a commit that this version of nanometal did not write. */
export declare function parseLease(commit: Pick<Commit, 'message'>): Lease | null;
