import { describe, expect, it } from 'vitest';
import type { Listening } from '../../src/model/boot.ts';
import type { MachineName } from '../../src/model/names.ts';
import type { Event } from '../../src/ports/events.ts';
import type { Reach, Reached } from '../../src/ports/reach.ts';
import { createReaches } from '../../src/reconciler/reaches.ts';
import { createClock, Kernel } from '../../src/rehearsal/kernel.ts';

const refused: Reached = { kind: 'failed', reason: 'refused', message: 'nobody listens' };
const aborted: Reached = { kind: 'failed', reason: 'aborted', message: 'called off' };
const tcp = (...addresses: readonly string[]): Listening => ({ kind: 'tcp', port: 22, addresses });
const wanted = (count: number): ReadonlyMap<MachineName, Listening> =>
  new Map(Array.from({ length: count }, (_, index) => [`ams1-${index}`, tcp(`10.1.0.${index}`)]));
const stop = () => new AbortController().signal;

/** Reaches on a network where each answer takes a second, or none comes before it is called off. */
function open(answer: (address: string) => Reached | 'silent') {
  const kernel = new Kernel(Date.parse('2026-11-22T12:00:00Z'));
  const clock = createClock(kernel);
  const asked: string[] = [];
  const events: Event[] = [];
  const count = { now: 0, most: 0 };
  const reach: Reach = {
    async connect({ address, port, connectMs }, signal) {
      asked.push(`${address}:${port}`);
      count.now += 1;
      count.most = Math.max(count.most, count.now);
      const found = answer(address);
      await clock.sleep(found === 'silent' ? connectMs : 1_000, signal);
      count.now -= 1;
      if (signal.aborted) return aborted;
      return found === 'silent' ? { kind: 'failed', reason: 'timeout', message: 'silence' } : found;
    },
  };
  const reaches = createReaches({ reach, clock, events: { emit: (event) => void events.push(event) } });
  return { kernel, reaches, asked, events, count };
}

describe('whoever is to take a connection', () => {
  it('is tried until it does, and what it took is in the inventory with when that began', async () => {
    let isUp = false;
    const { kernel, reaches, asked } = open(() => (isUp ? { kind: 'taken' } : refused));
    const began = kernel.ticks;
    reaches.tend(wanted(1), stop());
    await kernel.advance(10_000);
    expect(reaches.land(new Map())).toEqual(new Map());
    isUp = true;
    await kernel.advance(10_000);
    expect(asked.length).toBe(4);
    const { listens } = reaches.land(new Map()).get('ams1-0') ?? {};
    expect(listens).toEqual({ address: '10.1.0.0', port: 22, at: began + 18_000 });
    await kernel.until(reaches.end());
  });

  it('is tried at one address after the other, and then at the one that took it', async () => {
    const { kernel, reaches, asked } = open((address) => (address === 'fd00::2' ? { kind: 'taken' } : 'silent'));
    reaches.tend(new Map([['ams1-1', tcp('10.1.0.1', 'fd00::2', '10.1.0.3')]]), stop());
    await kernel.advance(25_000);
    expect(asked).toEqual(['10.1.0.1:22', 'fd00::2:22', 'fd00::2:22', 'fd00::2:22']);
    await kernel.until(reaches.end());
  });

  it('is told of when something else comes of it than the last time', async () => {
    const answers: (Reached | 'silent')[] = [
      'silent',
      'silent',
      refused,
      refused,
      { kind: 'taken' },
      { kind: 'taken' },
    ];
    const { kernel, reaches, events } = open(() => answers.shift() ?? { kind: 'taken' });
    reaches.tend(wanted(1), stop());
    await kernel.advance(120_000);
    expect(events).toMatchObject([
      { kind: 'reached', machine: 'ams1-0', reached: { reason: 'timeout' } },
      { reached: { reason: 'refused' } },
      { reached: { kind: 'taken' } },
    ]);
    await kernel.until(reaches.end());
  });

  it('is tried once at a time, and 64 of a thousand; the others have their turn', async () => {
    const { kernel, reaches, asked, count } = open(() => 'silent');
    reaches.tend(wanted(1_000), stop());
    await kernel.advance(5_000 * Math.ceil(1_000 / 64));
    expect(count.most).toBe(64);
    expect(new Set(asked).size).toBe(1_000);
    await kernel.until(reaches.end());
    expect(count.now).toBe(0);
  });

  it('is called off when nobody waits for it any more, or for something else, and nothing is kept of it', async () => {
    const { kernel, reaches, asked, events } = open(() => ({ kind: 'taken' }));
    reaches.tend(wanted(1), stop());
    await kernel.advance(2_000);
    expect(reaches.land(new Map()).size).toBe(1);
    reaches.tend(wanted(1), stop());
    expect(reaches.land(new Map()).size).toBe(1);
    reaches.tend(new Map([['ams1-0', { ...tcp('10.1.0.0'), port: 2222 }]]), stop());
    expect(reaches.land(new Map()).size).toBe(0);
    await kernel.advance(500);
    reaches.tend(new Map(), stop());
    await kernel.advance(60_000);
    expect(asked).toEqual(['10.1.0.0:22', '10.1.0.0:2222']);
    expect(events).toHaveLength(1);
    await kernel.until(reaches.end());
  });

  it('is let go of at the end, by a signal or without one, also where others wait for their turn', async () => {
    for (const off of [new AbortController(), null]) {
      const { kernel, reaches, asked, count } = open(() => 'silent');
      reaches.tend(wanted(100), off?.signal ?? stop());
      await kernel.advance(1_000);
      off?.abort(null);
      const before = kernel.ticks;
      await kernel.until(reaches.end());
      expect([asked.length, count.now, kernel.ticks - before]).toEqual([64, 0, 0]);
    }
  });

  it('ends the next pass when a try throws, and nobody else', async () => {
    const bug = new Error('a bug');
    const { kernel, reaches } = open(() => {
      throw bug;
    });
    reaches.tend(wanted(1), stop());
    await kernel.advance(1_000);
    expect(() => reaches.tend(wanted(1), stop())).toThrow(bug);
    await kernel.until(reaches.end());
  });
});
