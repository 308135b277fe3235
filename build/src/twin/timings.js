export const defaultTimings = {
    onMs: 2_000,
    offMs: 1_000,
    gracefulMs: 3_000,
    postMs: 4_000,
    bmcResetMs: 5_000,
    sessionMs: 1_800_000,
};
/** The same hardware, `speed` times faster; sessions live as long as before. */
export function hasten(timings, speed) {
    const shorter = (ms) => Math.max(1, Math.round(ms / speed));
    return {
        onMs: shorter(timings.onMs),
        offMs: shorter(timings.offMs),
        gracefulMs: shorter(timings.gracefulMs),
        postMs: shorter(timings.postMs),
        bmcResetMs: shorter(timings.bmcResetMs),
        sessionMs: timings.sessionMs,
    };
}
//# sourceMappingURL=timings.js.map