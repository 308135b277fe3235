/** A BMC whose clock was never set says 1970 or the year 0: that is no evidence of anything. */
const plausibleFrom = Date.parse('2000-01-01T00:00:00Z');
/** `LastResetTime` as given; `undefined` when it is no date. */
export function readResetTime(value) {
    const at = value === undefined ? Number.NaN : Date.parse(value);
    return at >= plausibleFrom ? value : undefined;
}
//# sourceMappingURL=reset-time.js.map