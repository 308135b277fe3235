/** Lets everything run that waits for nothing but its turn: all promises that are settled, and what they lead to. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
