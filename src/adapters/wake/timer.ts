import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import { type KnockableWake, openKnockableWake } from './knock.ts';

/** Shorter waits are for something that is due, and are kept exactly. */
const spreadFromMs = 10_000;

/**
 * For a remote that cannot tell us. Waits end up to a tenth early, by chance, so that many facilities that were started
 * together do not ask one Git host in step; never late, since something may be due.
 */
export function openTimerWake({ clock, random }: { readonly clock: Clock; readonly random: Random }): KnockableWake {
  const wake = openKnockableWake(clock);
  return {
    ...wake,
    next: (ms, signal) => wake.next(ms >= spreadFromMs ? ms * (1 - random.fraction() / 10) : ms, signal),
  };
}
