/** Milliseconds until the next try after `failures` in a row: 2 s, 4 s, 8 s … at most five minutes. */
export const backoffMs = (failures) => Math.min(1000 * 2 ** Math.min(failures, 20), 5 * 60_000);
//# sourceMappingURL=backoff.js.map