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

export const defaultTimings: Timings = {
  onMs: 2_000,
  offMs: 1_000,
  gracefulMs: 3_000,
  postMs: 4_000,
  bmcResetMs: 5_000,
  sessionMs: 1_800_000,
};

/** The same hardware, `speed` times faster; sessions live as long as before. */
export function hasten(timings: Timings, speed: number): Timings {
  const shorter = (ms: number): number => Math.max(1, Math.round(ms / speed));
  return {
    onMs: shorter(timings.onMs),
    offMs: shorter(timings.offMs),
    gracefulMs: shorter(timings.gracefulMs),
    postMs: shorter(timings.postMs),
    bmcResetMs: shorter(timings.bmcResetMs),
    sessionMs: timings.sessionMs,
  };
}
