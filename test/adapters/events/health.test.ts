import { expect, test } from 'vitest';
import { openHealth } from '../../../src/adapters/events/health.ts';
import { commit } from './sample.ts';

function createHealth() {
  let at = 0;
  const health = openHealth({ monotonic: () => at }, 60_000);
  const advance = (ms: number): void => {
    at += ms;
  };
  return { health, advance };
}

test('alive while passes come to their end, and for as long after the start', () => {
  const { health, advance } = createHealth();
  advance(60_000);
  expect(health.live()).toEqual({ good: true, message: 'alive' });
  advance(1_000);
  expect(health.live()).toEqual({ good: false, message: 'no pass came to its end for 61 s' });
  health.emit({ kind: 'passed', ms: 1, open: 0, holds: 0 });
  expect(health.live().good).toBe(true);
});

test('ready once it acts upon a fleet, or stands by for another', () => {
  const { health } = createHealth();
  expect(health.ready()).toEqual({ good: false, message: 'it is not known yet who holds the lease' });
  health.emit({ kind: 'standby', holder: 'other', since: '', epoch: 1 });
  expect(health.ready()).toEqual({ good: true, message: 'standing by' });
  health.emit({ kind: 'leased', holder: 'us', epoch: 2 });
  expect(health.ready()).toEqual({ good: false, message: 'no commit has been accepted yet' });
  health.emit({ kind: 'accepted', commit, machines: 1 });
  expect(health.ready()).toEqual({ good: true, message: 'acting' });
  health.emit({ kind: 'halted', message: 'damage' });
  expect(health.ready()).toEqual({ good: false, message: 'halted: damage' });
});
