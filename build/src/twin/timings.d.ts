/** How long the simulated hardware takes, in milliseconds. */
export interface Timings {
    /** From power-on to the first sign of life. */
    readonly onMs: number;
    readonly offMs: number;
    /** An operating system that shuts down in order. */
    readonly gracefulMs: number;
    /** From the reset to a running operating system. */
    readonly postMs: number;
    /** A BMC that restarts answers nobody for this long. */
    readonly bmcResetMs: number;
    /** An unused session ends after this. */
    readonly sessionMs: number;
}
export declare const defaultTimings: Timings;
/** The same hardware, `speed` times faster; sessions live as long as before. */
export declare function hasten(timings: Timings, speed: number): Timings;
