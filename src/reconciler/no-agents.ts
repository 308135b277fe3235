import type { Agents } from '../ports/agents.ts';

/** Where no machine can be booted: nobody is expected, and nobody is heard. */
export const noAgents = (why: string): Agents => ({
  unable: why,
  expect: () => {},
  claim: (_, signal) => calledOff(signal),
  reports: () => new Map(),
  contested: () => new Set(),
  home: calledOff,
  mediumOf: () => {
    throw new Error(why);
  },
  homeOf: () => {
    throw new Error(why);
  },
});

const calledOff = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    const end = (): void => resolve(null);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
