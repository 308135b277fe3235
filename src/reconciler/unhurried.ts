import type { Steps } from '../model/steps.ts';
import type { Clock } from '../ports/clock.ts';

/** Longest time in which nothing else of the process gets its turn, as far as the pieces are small enough. */
const sliceMs = 10;

/** Runs steps to their end, and lets everything else that is due go first now and then. */
export async function unhurried<T>(steps: Steps<T>, clock: Clock): Promise<T> {
  let began = clock.monotonic();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (clock.monotonic() - began < sliceMs) continue;
    await clock.sleep(0);
    began = clock.monotonic();
  }
}
