import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../../../model/steps.ts';

/** How long a loop may keep the process from everything else. */
const turnMs = 10;

export type Breather = () => Promise<void> | undefined;

/** Call it inside a long loop: now and then it lets the rest of the process have its turn. */
export function breather(): Breather {
  let began = performance.now();
  return () => {
    if (performance.now() - began < turnMs) return undefined;
    return setImmediate().then(() => {
      began = performance.now();
    });
  };
}

/** Takes the steps to their end with a breath in between. */
export async function unhurried<T>(steps: Steps<T>, breathe: Breather = breather()): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}
