import type { Clock } from '../ports/clock.ts';

/** Node fires a longer timer at once. */
const timerMsMax = 2 ** 31 - 1;

/** The time of this host. A sleep keeps the process alive: whoever stops it aborts its signal. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  async sleep(ms, signal) {
    let left = ms;
    while (left > timerMsMax && !signal?.aborted) {
      await wait(timerMsMax, signal);
      left -= timerMsMax;
    }
    // NaN ends at once, like any time that has passed.
    if (!signal?.aborted) await wait(Number.isNaN(left) ? 0 : Math.max(0, left), signal);
  },
};

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}
