import { describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { nameOf } from './world/manifests.ts';
import { World } from './world/world.ts';

/** 5 % of the machines come and go, each in spells of its own. */
const { machines, hours } = isLong ? { machines: 200, hours: 24 } : { machines: 60, hours: 8 };
const flappers = new Map(Array.from({ length: machines / 20 }, (_, i) => [nameOf(i * 20 + 7), i]));
const dayMs = 24 * 3600_000;

/** Small, seeded, and good enough for spells (Lehmer's generator modulo 2^31 − 1). */
function* fractions(seed: number): Generator<number, never> {
  for (let state = seed * 7_919 + 1; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** When it changes from there to away and back, from the tenth minute on, over more than a day. */
function changesOf(seed: number, spellMsMax: number): readonly number[] {
  const random = fractions(seed + 1);
  const changes: number[] = [];
  for (let at = 10 * 60_000; at < 2 * dayMs; at += 20_000 + random.next().value * spellMsMax) changes.push(at);
  return changes;
}

describe(`5 % of ${machines} BMCs that flap for ${hours} hours`, () => {
  const fewMinutes = ['every few minutes', 8 * 60_000] as const;
  it.each(isLong ? [['from look to look', 60_000] as const, fewMinutes] : [fewMinutes])(
    '%s: at most one status commit each, and nothing is sent',
    async (_, spellMsMax) => {
      const world = new World(machines);
      const begin = world.clock.monotonic();
      const changes = new Map([...flappers].map(([name, seed]) => [name, changesOf(seed, spellMsMax)]));
      let missed = 0;
      world.racks.missing = (name, now) => {
        const past = (changes.get(name) ?? []).findIndex((at) => at > now - begin);
        if (past % 2 !== 1) return null;
        missed += 1;
        return 'Timeout';
      };
      const running = world.start({ once: false });
      await world.kernel.advance(9 * 60_000);
      const settled = world.history().length;
      expect(settled).toBe(1);
      await world.kernel.advance(hours * 3600_000);
      const commits = world.history().length - settled;
      console.log(`${flappers.size} flapping: ${missed} looks missed, ${commits} status commits`);
      expect(missed).toBeGreaterThan(200);
      expect(commits).toBeGreaterThan(0);
      expect(commits).toBeLessThanOrEqual(flappers.size);
      expect(world.effects).toEqual([]);
      running.stop();
      await world.kernel.until(running.end);
    },
    300_000,
  );
});
