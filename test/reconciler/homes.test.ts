import { describe, expect, it } from 'vitest';
import type { Home } from '../../src/ports/agents.ts';
import { createHomes } from '../../src/reconciler/homes.ts';

const memory = { facility: 'ams1', machines: new Map() };
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('an installed system that calls home while the disk is full', () => {
  it('is not told that it was heard, and ends the pass that would take it in', async () => {
    const full = new Error('journal.ndjson: no space left on device');
    let heard = false;
    const home: Home = {
      machine: 'ams1-r01-u01',
      grant: `sha256:${'0c'.repeat(32)}`,
      evidence: 'instance i-1',
      heard() {
        heard = true;
      },
    };
    const homes = createHomes({
      agents: { unable: null, home: () => Promise.resolve(home) },
      journal: { damage: null, append: () => Promise.reject(full) },
      events: { emit() {} },
    });
    homes.tend(new AbortController().signal);
    await soon();
    // What was rejected while nobody waited has been kept for whoever asks: it did not end this process.
    expect(() => homes.land({ memory })).toThrow(full);
    expect(heard).toBe(false);
    await homes.end();
  });
});
