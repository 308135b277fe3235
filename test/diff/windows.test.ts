import { describe, expect, it } from 'vitest';
import { isOpen } from '../../src/diff/windows.ts';
import type { Window } from '../../src/model/fleet.ts';

const window = (said: Partial<Window> = {}): Window => ({ days: [], from: 0, to: 1440, timezone: 'UTC', ...said });
const open = (windows: readonly Window[], at: string): boolean => isOpen(windows, Date.parse(at));

describe('isOpen', () => {
  it('is always open without windows, and from midnight to midnight', () => {
    expect(open([], '2026-11-22T12:00:00Z')).toBe(true);
    expect(open([window()], '2026-11-22T23:59:59Z')).toBe(true);
  });

  it('begins with its first minute and ends before its last', () => {
    const morning = [window({ from: 6 * 60, to: 8 * 60 })];
    expect(['05:59:59', '06:00:00', '07:59:59', '08:00:00'].map((t) => open(morning, `2026-11-22T${t}Z`))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('over midnight, the morning belongs to the day on which it began', () => {
    const saturday = [window({ days: ['Sat'], from: 22 * 60, to: 4 * 60 })];
    expect(open(saturday, '2026-11-21T21:59:00Z')).toBe(false);
    expect(open(saturday, '2026-11-21T22:00:00Z')).toBe(true); // Saturday evening
    expect(open(saturday, '2026-11-22T03:59:00Z')).toBe(true); // the Sunday morning after
    expect(open(saturday, '2026-11-22T04:00:00Z')).toBe(false);
    expect(open(saturday, '2026-11-22T22:00:00Z')).toBe(false); // Sunday evening
    expect(open(saturday, '2026-11-21T03:00:00Z')).toBe(false); // Saturday morning is Friday's
  });

  it('reads the clock on the wall of its time zone, and the day there', () => {
    const night = [window({ days: ['Mon'], from: 60, to: 120, timezone: 'Asia/Tokyo' })];
    expect(open(night, '2026-11-22T16:30:00Z')).toBe(true); // 01:30 on Monday in Tokyo
    expect(open(night, '2026-11-23T01:30:00Z')).toBe(false);
  });

  it('keeps to the wall when clocks change', () => {
    const early = [window({ from: 4 * 60, to: 5 * 60, timezone: 'Europe/Amsterdam' })];
    expect(open(early, '2026-10-24T02:30:00Z')).toBe(true); // summer: UTC+2
    expect(open(early, '2026-10-26T02:30:00Z')).toBe(false); // winter: UTC+1
    expect(open(early, '2026-10-26T03:30:00Z')).toBe(true);
  });

  it('is open when one of several is', () => {
    const two = [window({ from: 60, to: 120 }), window({ from: 600, to: 660 })];
    expect(open(two, '2026-11-22T10:30:00Z')).toBe(true);
    expect(open(two, '2026-11-22T05:00:00Z')).toBe(false);
  });
});
