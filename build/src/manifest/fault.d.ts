import type { Problem } from '../model/problem.ts';
/** A problem while its file is being read: its place is still an offset into the text. */
export interface Fault extends Omit<Problem, 'file' | 'line' | 'column'> {
    /** UTF-16 code units from the beginning; absent when the whole file is meant. */
    readonly at?: number;
}
/** The faults of one file as problems, in the order of their places. */
export declare function problemsOf(path: string, text: string, faults: readonly Fault[]): Problem[];
