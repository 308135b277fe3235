import type { CommitId, Instant } from '../model/names.ts';
import type { OperatorHold } from '../model/plan.ts';
import type { Disk } from '../ports/disk.ts';
/** What an operator said on this host, beside Git: red buttons, and that a rewritten main is meant. */
export interface OperatorNotes {
    readonly holds: readonly OperatorHold[];
    readonly accept?: {
        readonly commit: CommitId;
        readonly because: string;
        readonly at: Instant;
    };
}
/** A damaged note is not an empty one: it may have held something back, so that until it is mended all is held. */
export declare function readNotes(disk: Disk): Promise<OperatorNotes>;
export declare const writeNotes: (disk: Disk, notes: OperatorNotes) => Promise<void>;
