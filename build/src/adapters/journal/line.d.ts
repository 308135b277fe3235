import type { Journaled } from '../../ports/journal.ts';
/** What the first line follows. Another layout of the lines takes another text, and so fails at the first hash. */
export declare const origin: string;
/** Without the newline. A record has a BIOS baseline at most; what is longer is no record. */
export declare const lineBytesMax: number;
/** The line with its newline, and the hash that the next one follows. */
export declare function writeLine(before: string, journaled: Journaled): {
    readonly bytes: Uint8Array;
    readonly hash: string;
};
/** The body of a line (given without its newline) that follows `before`; null: it is not what was written. */
export declare function readLine(before: string, line: Uint8Array): {
    readonly body: string;
    readonly hash: string;
} | null;
