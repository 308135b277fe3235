/** Lets everything run that waits for nothing but its turn: all promises that are settled, and what they lead to. */
export declare const turn: () => Promise<void>;
