import type { Journaled } from '../../ports/journal.ts';
export interface Replayed {
    readonly records: readonly Journaled[];
    /** Bytes that hold `records`; what follows is a torn record where there is no damage. */
    readonly size: number;
    /** Of the last good line: what the next one follows. */
    readonly hash: string;
    readonly damage: Damage | null;
}
export interface Damage {
    /** Byte offset of the first line that is not as written. */
    readonly offset: number;
    /** 1-based number of that line. */
    readonly line: number;
    readonly why: string;
}
/**
 * Reads a journal back. Bytes after the last newline are a record whose write did not end, and nothing was sent on the
 * strength of it. A whole line that does not verify is damage even at the very end: it may have been a SENT that somebody
 * relied on, and must not be forgotten silently.
 */
export declare function replay(bytes: Uint8Array): Replayed;
