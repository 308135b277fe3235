const confirmMs = 2 * 60_000;
const dayMs = 24 * 3600_000;
const perFlipMs = 10 * 60_000;
const steadyMsMax = 6 * 3600_000;
const flipsMax = 64;
/** Flips of one hour at which a machine that never stays away long enough is called unreachable all the same. */
const flappingPerHour = 6;
export function steady(before, published, seen, now) {
    const newest = seen.miss ? 'missed' : 'seen';
    if (!before) {
        const first = newest === 'seen' ? 'Reachable' : 'Unreachable';
        return { published: published ?? first, newest, since: now, flips: [] };
    }
    const flipped = before.newest !== newest;
    const flips = [...before.flips, ...(flipped ? [now] : [])].filter((at) => now - at < dayMs).slice(-flipsMax);
    const next = { ...before, newest, since: flipped ? now : before.since, flips };
    return { ...next, published: publishedOf(next, seen, now) };
}
function publishedOf(state, seen, now) {
    const steadyMs = now - state.since;
    if (state.published === 'Reachable') {
        const gone = state.newest === 'missed' && steadyMs >= confirmMs && (seen.miss?.count ?? 0) >= 2;
        const restless = state.flips.filter((at) => now - at < 3600_000).length >= flappingPerHour;
        return gone || restless ? 'Unreachable' : 'Reachable';
    }
    const neededMs = Math.min(Math.max(confirmMs, perFlipMs * (state.flips.length - 1)), steadyMsMax);
    return state.newest === 'seen' && steadyMs >= neededMs ? 'Reachable' : 'Unreachable';
}
export const isFlapping = (state, now) => state.flips.filter((at) => now - at < 3600_000).length >= flappingPerHour;
//# sourceMappingURL=reachability.js.map