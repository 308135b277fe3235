/** The end of every exhaustive switch: a new kind that nobody handles does not compile, and cannot pass unseen. */
export function never(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
