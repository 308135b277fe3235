import { setImmediate } from 'node:timers/promises';

/** How long a loop may keep the process from everything else. */
const turnMs = 10;

/** Call it inside a long loop: now and then it lets the rest of the process have its turn. */
export function breather(): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < turnMs) return undefined;
    return setImmediate().then(() => {
      began = performance.now();
    });
  };
}
