import { expect, it } from 'vitest';
import { createSlots } from '../../../src/adapters/qemu/slots.ts';

const wanted = new AbortController().signal;

it('gives at most so many, and the next in turn when one comes back', async () => {
  const slots = createSlots(2);
  const [first] = await Promise.all([slots.take(wanted), slots.take(wanted)]);
  const got: string[] = [];
  const third = slots.take(wanted).then(() => got.push('third'));
  const fourth = slots.take(wanted).then(() => got.push('fourth'));
  await Promise.resolve();
  expect(got).toEqual([]);
  first?.();
  // Twice is once.
  first?.();
  await third;
  expect(got).toEqual(['third']);
  void fourth;
});

it('gives nothing to whoever does not wait any more', async () => {
  const slots = createSlots(1);
  const first = await slots.take(wanted);
  const off = new AbortController();
  const second = slots.take(off.signal);
  const third = slots.take(wanted);
  off.abort();
  expect(await second).toBeNull();
  expect(await slots.take(off.signal)).toBeNull();
  first?.();
  expect(await third).not.toBeNull();
});
