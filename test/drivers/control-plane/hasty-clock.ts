import { systemClock } from '../../../src/adapters/clock.ts';
import type { Clock } from '../../../src/ports/clock.ts';

/** Seconds that last a fiftieth of one, for what waits and polls; whatever takes real time takes no more of these. */
export function hastyClock(): Clock {
  let slept = 0;
  return {
    now: () => systemClock.now() + slept,
    monotonic: () => slept,
    async sleep(ms, signal) {
      await systemClock.sleep(ms / 50, signal);
      slept += ms;
    },
  };
}
