import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../src/adapters/clock.ts';
import { readHost } from '../../src/adapters/host.ts';
import { systemRandom } from '../../src/adapters/random.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Whether `sleep` has ended by each of some times after now. */
async function endedAfter(sleep: Promise<void>, ...stepsMs: readonly number[]): Promise<readonly boolean[]> {
  let ended = false;
  void sleep.then(() => {
    ended = true;
  });
  const seen: boolean[] = [];
  for (const step of stepsMs) {
    await vi.advanceTimersByTimeAsync(step);
    seen.push(ended);
  }
  return seen;
}

test('a sleep ends when its time is up, not before', async () => {
  expect(await endedAfter(systemClock.sleep(1_000), 999, 1)).toEqual([false, true]);
});

test('a time that has passed, or is none, ends at once', async () => {
  for (const ms of [0, -5, Number.NaN]) expect(await endedAfter(systemClock.sleep(ms), 1)).toEqual([true]);
});

test('a sleep longer than a timer can be is kept whole', async () => {
  const month = 30 * 24 * 3_600_000;
  expect(await endedAfter(systemClock.sleep(month), 2 ** 31, month - 2 ** 31 - 1, 1)).toEqual([false, false, true]);
});

test('an abort ends it, before and during, and leaves nothing behind', async () => {
  const controller = new AbortController();
  const sleep = systemClock.sleep(Number.POSITIVE_INFINITY, controller.signal);
  expect(await endedAfter(sleep, 10_000)).toEqual([false]);
  controller.abort();
  expect(await endedAfter(sleep, 0)).toEqual([true]);
  expect(await endedAfter(systemClock.sleep(1_000, controller.signal), 0)).toEqual([true]);
  expect(vi.getTimerCount()).toBe(0);
});

test('the two times are those of the host', () => {
  vi.useRealTimers();
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(60_000);
  const before = systemClock.monotonic();
  expect(systemClock.monotonic()).toBeGreaterThanOrEqual(before);
});

test('chance is within its bounds and does not repeat', () => {
  const fractions = Array.from({ length: 1_000 }, () => systemRandom.fraction());
  expect(fractions.every((fraction) => fraction >= 0 && fraction < 1)).toBe(true);
  expect(new Set(fractions).size).toBeGreaterThan(990);
  expect(systemRandom.hex(16)).toMatch(/^[0-9a-f]{32}$/);
  expect(systemRandom.hex(16)).not.toBe(systemRandom.hex(16));
});

test('the host has a name, a pid and a boot id that stays', async () => {
  vi.useRealTimers();
  const host = await readHost();
  expect(host.pid).toBe(process.pid);
  expect(host.name).not.toBe('');
  expect(host.bootId).not.toBe('');
  if (!host.bootId.startsWith('unknown-')) expect((await readHost()).bootId).toBe(host.bootId);
});
