import { readDurationMs, readTimeOfDay } from "./duration.js";
/** What the facility says, else the fleet, else the defaults that the schemas name. */
export function linkPolicy(fleet, facility) {
    const said = { ...fleet.spec.policy, ...facility.spec.policy };
    return {
        maxConcurrent: said.maxConcurrent ?? 1,
        maxPerCommit: said.maxPerCommit ?? 10,
        drift: said.drift ?? 'hold',
        powerOnPaceMs: durationMsOf(said.powerOnPace ?? '2s'),
        gracefulShutdownMs: durationMsOf(said.gracefulShutdown ?? '5m'),
        windows: (facility.spec.windows ?? []).map(linkWindow),
    };
}
const linkWindow = ({ days = [], from, to, timezone }) => ({
    days,
    from: minutesOf(from),
    to: minutesOf(to),
    timezone,
});
function durationMsOf(text) {
    const ms = readDurationMs(text);
    if (ms === null)
        throw new Error(`the schema let through a duration that cannot be read: ${text}`);
    return ms;
}
function minutesOf(text) {
    const minutes = readTimeOfDay(text);
    if (minutes === null)
        throw new Error(`the schema let through a time of day that cannot be read: ${text}`);
    return minutes;
}
//# sourceMappingURL=policy.js.map