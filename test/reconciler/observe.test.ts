import { describe, expect, it } from 'vitest';
import type { Look } from '../../src/model/inventory.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { InfrastructureDriver } from '../../src/ports/driver.ts';
import { createWatch } from '../../src/reconciler/observe.ts';
import { facts, fleet, machine, start } from '../diff/sample.ts';

/** A clock that stands still, on which every sleep is over at once. */
const clock: Clock = { now: () => start, monotonic: () => 0, sleep: async () => {} };

describe('a watch', () => {
  it('has not looked at everything as long as what came back late is in no inventory yet', async () => {
    let answer: (look: Look) => void = () => {};
    const driver: InfrastructureDriver = {
      role: 'infrastructure',
      name: 'redfish',
      verbs: [],
      observe: () => new Promise((resolve) => (answer = resolve)),
      perform: async () => ({ kind: 'unsent', message: 'this driver only looks' }),
      close: async () => {},
    };
    const watch = createWatch(new Map([['redfish', driver]]), clock, { emit: () => {} }, 30_000, new Map());
    const one = fleet([machine('ams1-1')]);
    const wish = { active: new Set<string>(), paused: new Set<string>(), full: new Map<string, number>() };
    const look = () => watch.look(one, wish, 0, new AbortController().signal);

    const before = await look();
    expect(watch.complete(one, before)).toBe(false);
    answer({ kind: 'seen', at: start, facts: facts('ams1-1') });
    await new Promise((done) => setImmediate(done));
    // A pass that took its inventory before that would publish that the machine was never seen.
    expect(watch.complete(one, before)).toBe(false);
    expect(watch.complete(one, await look())).toBe(true);
  });
});
