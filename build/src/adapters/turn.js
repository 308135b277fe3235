/** Lets everything run that waits for nothing but its turn: all promises that are settled, and what they lead to. */
export const turn = () => new Promise((resolve) => setImmediate(resolve));
//# sourceMappingURL=turn.js.map