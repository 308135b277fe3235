import type { Clock } from '../../ports/clock.ts';
import type { Wake } from '../../ports/wake.ts';

/** Somebody outside may say "look again": a webhook, SIGHUP, a watched file. */
export interface KnockableWake extends Wake {
  /** Ends the wait under way, or the next one if there is none. Many knocks before it are one. */
  knock(): void;
}

/** Passes that knocks cause are this far apart, so that a loud neighbour cannot keep the reconciler fetching. */
export const knockPaceMs = 1_000;

/** Waits on a clock until the time is up or somebody knocks. */
export function openKnockableWake(clock: Clock): KnockableWake {
  let knocked = false;
  let endWait = (): void => undefined;
  let lastAt = Number.NEGATIVE_INFINITY;

  return {
    knock() {
      knocked = true;
      endWait();
    },
    async next(ms, signal) {
      const endAt = clock.monotonic() + ms;
      if (!knocked && !signal.aborted) {
        const early = new AbortController();
        endWait = () => early.abort();
        signal.addEventListener('abort', endWait);
        await clock.sleep(ms, early.signal);
        signal.removeEventListener('abort', endWait);
        endWait = () => undefined;
      }
      const pauseMs = Math.min(lastAt + knockPaceMs, endAt) - clock.monotonic();
      if (knocked && pauseMs > 0) await clock.sleep(pauseMs, signal);
      // Whoever knocked before this line is seen by the pass that follows.
      knocked = false;
      lastAt = clock.monotonic();
    },
    async close() {
      endWait();
    },
  };
}
