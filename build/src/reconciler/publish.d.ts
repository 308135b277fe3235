import type { CommitId } from '../model/names.ts';
import type { Status } from '../model/status.ts';
import { type StatusFiles } from '../status/files.ts';
import { type Knowledge, type Published, type Tools } from './knowledge.ts';
import type { Message } from './message.ts';
export type Publication = {
    readonly kind: 'published';
    readonly published: Published;
} | {
    readonly kind: 'unchanged';
    readonly published: Published;
}
/** The branch is not where we left it, or nothing is known: the next pass reads it first. */
 | {
    readonly kind: 'again';
    readonly message: string;
};
/**
 * One commit on top of the head that we last saw, or none where nothing changed. A plain compare-and-swap, never a
 * force: whoever moved the branch in between wins, and we look again (law 5).
 */
export declare function publish(tools: Tools, known: Knowledge, status: Status, message: Message): Promise<Publication>;
export declare function changedFiles(before: StatusFiles, after: StatusFiles): ReadonlyMap<string, string | null>;
/** Reads the tip as it lies at the remote: of the tree only, history is for people. */
export declare function readPublished(tools: Tools, head: CommitId | null): Promise<Published>;
/** Every file below a tree; null where a folder cannot be read, since what is in it must not count as gone (law 3). */
export declare function readStatusTree(tools: Tools, root: string): Promise<StatusFiles | null>;
