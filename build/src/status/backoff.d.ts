/** Milliseconds until the next try after `failures` in a row: 2 s, 4 s, 8 s … at most five minutes. */
export declare const backoffMs: (failures: number) => number;
