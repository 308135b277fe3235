import { describe, expect, it } from 'vitest';
import { Rates } from '../../src/boot/rates.ts';
import { freshMs, type Run, show } from '../../src/boot/runs.ts';

const began: Run = { boot: 'one', at: 0, handed: false };

describe('which run of an agent holds a token', () => {
  it('is the first, as long as it is alone', () => {
    expect(show(null, 'one', 0)).toEqual({ kind: 'ours', run: began });
    expect(show(began, 'one', 5)).toEqual({ kind: 'ours', run: { ...began, at: 5 } });
  });

  it('is the next once the first is silent; until then it waits', () => {
    const later = show(began, 'two', freshMs - 1);
    expect(later).toEqual({ kind: 'later', run: { ...began, other: 'two' } });
    if (later.kind === 'contested') throw new Error('contested');
    expect(show(later.run, 'two', freshMs)).toEqual({ kind: 'ours', run: { boot: 'two', at: freshMs, handed: false } });
    // The machine was reset once more.
    expect(show(later.run, 'three', freshMs - 1)).toMatchObject({ kind: 'later' });
  });

  it('is nobody once the first shows that it is alive beside another', () => {
    expect(show({ ...began, other: 'two' }, 'one', 10)).toEqual({ kind: 'contested' });
  });

  it('is nobody once another comes after work was handed out, however late', () => {
    expect(show({ ...began, handed: true }, 'one', 10)).toMatchObject({ kind: 'ours', run: { handed: true } });
    expect(show({ ...began, handed: true }, 'two', 10 * freshMs)).toEqual({ kind: 'contested' });
  });
});

describe('rates', () => {
  it('let everybody ask now and then, nobody all the time, and one not for another', () => {
    const rates = new Rates();
    const admitted = Array.from({ length: 200 }, () => rates.admits('10.0.0.1', 0)).filter((yes) => yes).length;
    expect(admitted).toBe(100);
    expect(rates.admits('10.0.0.2', 0)).toBe(true);
    expect(rates.admits('10.0.0.1', 1_000)).toBe(true);
  });

  it('remember only so many peers', () => {
    const rates = new Rates();
    for (let i = 0; i < 200; i++) rates.admits('10.0.0.1', 0);
    for (let i = 0; i < 9_000; i++) rates.admits(`peer ${i}`, 0);
    expect(rates.admits('10.0.0.1', 0)).toBe(true);
  });
});
