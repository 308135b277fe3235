import { describe, expect, test } from 'vitest';
import { Lane } from '../../src/redfish/lane.ts';

const never = new AbortController().signal;

function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('a lane', () => {
  test('one at a time, in the order of arrival', async () => {
    const lane = new Lane(10);
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
      return name;
    };
    expect(await Promise.all(['a', 'b', 'c'].map((name) => lane.run(never, work(name))))).toEqual(['a', 'b', 'c']);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  test('only so many wait', async () => {
    const lane = new Lane(1);
    const { open, opened } = gate();
    const first = lane.run(never, () => opened);
    const second = lane.run(never, async () => 'second');
    expect(await lane.run(never, async () => 'third')).toBe('full');
    open();
    await first;
    expect(await second).toBe('second');
  });

  test('who is called off while waiting leaves at once, and the next one gets its turn', async () => {
    const lane = new Lane(5);
    const { open, opened } = gate();
    const off = new AbortController();
    const first = lane.run(never, () => opened);
    const second = lane.run(off.signal, async () => 'second');
    const third = lane.run(never, async () => 'third');
    off.abort();
    expect(await second).toBe('called-off');
    open();
    await first;
    expect(await third).toBe('third');
    expect(await lane.run(AbortSignal.abort(), async () => 'never')).toBe('called-off');
  });

  test('an exception goes to its caller and does not block the lane', async () => {
    const lane = new Lane(5);
    await expect(lane.run(never, () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
    expect(await lane.run(never, async () => 'next')).toBe('next');
  });
});
