/** The end of every exhaustive switch: a new kind that nobody handles does not compile, and cannot pass unseen. */
export function never(value) {
    throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
//# sourceMappingURL=never.js.map