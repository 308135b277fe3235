import { describe, expect, it } from 'vitest';
import { runScenario } from './run.ts';
import type { Act } from './scenario.ts';

const minute = 60_000;
const from = 5 * minute;

/** Somebody put a wrong password where ours was, and the process is started again and again. */
const deaths: readonly Act[] = Array.from({ length: 6 }, (_, index): Act => {
  const at = from + (2 * index + 1) * minute;
  return {
    at,
    kind: 'crash',
    host: 0,
    calls: 0,
    again: 9 * index,
    atReads: true,
    when: 'after',
    reboots: index % 2 === 0,
    downMs: 1_000,
  };
});

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
