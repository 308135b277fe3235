import { describe, test } from 'vitest';
import { type ReachBench, type ReachPlace, reachCases } from '../../src/conformance/reach.ts';
import { createClock, Kernel } from '../../src/rehearsal/kernel.ts';
import { Life } from '../../src/rehearsal/life.ts';
import { openReach } from '../../src/rehearsal/reach.ts';

/** The simulated network of machines, with nothing going wrong. */
function openBench(kernel: Kernel): ReachBench {
  const life = new Life();
  const places = new Map<
    string,
    { kind: 'takes' | 'refuses' | 'silent'; taken: { bytes: number; closed: boolean }[] }
  >();
  const lan = {
    dial(address: string, port: number) {
      const place = places.get(`${address}:${port}`);
      if (place?.kind === 'takes') place.taken.push({ bytes: 0, closed: true });
      return place?.kind ?? 'silent';
    },
  };
  return {
    reach: openReach(lan, kernel, life, () => ({ thereMs: 1, backMs: 1 })),
    clock: life.clock(createClock(kernel)),
    place: async (kind): Promise<ReachPlace> => {
      const address = `10.1.0.${places.size + 1}`;
      const taken: { bytes: number; closed: boolean }[] = [];
      places.set(`${address}:22`, { kind, taken });
      return { address, port: 22, taken };
    },
    close: async () => {},
  };
}

describe('the simulated network keeps the promises of its port', () => {
  const kernel = new Kernel(Date.parse('2026-11-22T12:00:00Z'));
  test.each(reachCases(async () => openBench(kernel)))('$name', ({ run }) => kernel.until(run()));
});
