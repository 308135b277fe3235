import { describe, expect, it } from 'vitest';
import { runScenario } from './run.ts';
import type { Act } from './scenario.ts';

const minute = 60_000;
const from = 5 * minute;

/** Somebody put a wrong password where ours was, and the process dies again and again over what people commit. */
const deaths: readonly Act[] = Array.from({ length: 6 }, (_, index): readonly Act[] => {
  const at = from + (2 * index + 1) * minute;
  const crash = { kind: 'crash', host: 0, when: 'after', reboots: index % 2 === 0, downMs: 1_000 } as const;
  return [
    { at, ...crash, calls: 0, atReads: true },
    { at: at + 1, kind: 'commit', change: { kind: index % 2 === 0 ? 'pause' : 'unpause' } },
  ];
}).flat();

describe('a wrong password', () => {
  it('is shown once, however often the process begins anew within the hour', async () => {
    const verdict = await runScenario({
      seed: 1,
      machines: 3,
      hosts: 1,
      policy: { maxConcurrent: 1, maxPerCommit: 10, drift: 'hold' },
      tls: true,
      postMs: 4_000,
      unnoticed: 0,
      healAt: 20 * minute,
      acts: [{ at: from, kind: 'password', forMs: 14 * minute }, ...deaths],
    });
    expect(verdict.broken).toEqual([]);
    const { deaths: died, received } = verdict.evidence;
    expect(died.length).toBeGreaterThanOrEqual(4);
    const refused = received.filter(({ entry }) => entry.class === 'session' && entry.status === 401);
    expect(refused.map(({ station }) => station).sort()).toEqual([0, 1, 2]);
  });
});
