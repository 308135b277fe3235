/** The end of every exhaustive switch: a new kind that nobody handles does not compile, and cannot pass unseen. */
export declare function never(value: never): never;
