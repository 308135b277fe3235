import type { Sighting } from '../model/inventory.ts';
import type { Ticks } from '../model/names.ts';

/**
 * What is published about whether a machine can be reached. A BMC that comes and goes all day must not write the history
 * of the repository: the more it has flipped, the longer it has to be steady before it is believed again (as routers damp
 * a flapping route, RFC 2439).
 */
export interface Steadiness {
  readonly published: 'Reachable' | 'Unreachable';
  /** How the newest look was. */
  readonly newest: 'seen' | 'missed';
  /** When the newest run of equal looks began. */
  readonly since: Ticks;
  /** When looks changed from seen to missed or back, newest last, of one day. */
  readonly flips: readonly Ticks[];
}

const confirmMs = 2 * 60_000;
const dayMs = 24 * 3600_000;
const perFlipMs = 10 * 60_000;
const steadyMsMax = 6 * 3600_000;
const flipsMax = 64;
/** Flips of one hour at which a machine that never stays away long enough is called unreachable all the same. */
const flappingPerHour = 6;

export function steady(
  before: Steadiness | undefined,
  published: Steadiness['published'] | undefined,
  seen: Sighting,
  now: Ticks,
): Steadiness {
  const newest: Steadiness['newest'] = seen.miss ? 'missed' : 'seen';
  if (!before) {
    const first = newest === 'seen' ? 'Reachable' : 'Unreachable';
    return { published: published ?? first, newest, since: now, flips: [] };
  }
  const flipped = before.newest !== newest;
  const flips = [...before.flips, ...(flipped ? [now] : [])].filter((at) => now - at < dayMs).slice(-flipsMax);
  const next: Steadiness = { ...before, newest, since: flipped ? now : before.since, flips };
  return { ...next, published: publishedOf(next, seen, now) };
}

function publishedOf(state: Steadiness, seen: Sighting, now: Ticks): Steadiness['published'] {
  const steadyMs = now - state.since;
  if (state.published === 'Reachable') {
    const gone = state.newest === 'missed' && steadyMs >= confirmMs && (seen.miss?.count ?? 0) >= 2;
    const restless = state.flips.filter((at) => now - at < 3600_000).length >= flappingPerHour;
    return gone || restless ? 'Unreachable' : 'Reachable';
  }
  const neededMs = Math.min(Math.max(confirmMs, perFlipMs * (state.flips.length - 1)), steadyMsMax);
  return state.newest === 'seen' && steadyMs >= neededMs ? 'Reachable' : 'Unreachable';
}

export const isFlapping = (state: Steadiness, now: Ticks): boolean =>
  state.flips.filter((at) => now - at < 3600_000).length >= flappingPerHour;
