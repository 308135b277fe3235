/** The candidate that a slip of the hand would explain, if there is one: for "did you mean …". */
export declare function nearest(word: string, candidates: Iterable<string>): string | undefined;
/** `did you mean "x"?`, or nothing. */
export declare function didYouMean(word: string, candidates: Iterable<string>): {
    readonly remedy?: string;
};
