import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealDrives } from '../../src/diff/fit-drives.ts';
import { mismatches } from '../../src/diff/match.ts';
import { hardware } from './sample.ts';

const ssd = (id: string, gigabytes: number) => ({ id, media: 'SSD', bytes: gigabytes * 1e9 });

describe('the gate', () => {
  it('names each difference', () => {
    const expects = {
      manufacturer: 'Acme',
      model: 'A2',
      processors: { count: 2, cores: 32, model: 'Z' },
      memoryGiB: 128,
      memoryModules: 2,
      drives: [{ count: 1, media: 'NVMe' }],
      nics: { count: 2, minMbps: 10_000 },
      firmware: { bios: '2.10.0', bmc: '1.0' },
    };
    expect(mismatches(expects, { ...hardware, bmcVersion: 'unknown' })).toEqual([
      'model is A1, not A2',
      'processors: 1, fewer than 2',
      'cores of processor CPU.1: 16, fewer than 32',
      'memory modules: 1, fewer than 2',
      'memory in GiB: 64, fewer than 128',
      'drives NVMe: 0, fewer than 1',
      'network interfaces: 1, fewer than 2',
      'BIOS 2.1.0 is older than 2.10.0',
      'BMC firmware unknown cannot be compared with 1.0; write the floor as this vendor writes its versions',
    ]);
  });

  it('lets pass what is newer or more, and what is not told', () => {
    const { biosVersion: _, ...silent } = hardware;
    const expects = { firmware: { bios: '2.0.9' }, memoryGiB: 32, drives: [{ count: 1, minGB: 480 }] };
    expect(mismatches(expects, hardware)).toEqual([]);
    expect(mismatches(expects, silent)).toEqual([]);
  });

  it('counts a drive for one entry only', () => {
    const drives = [ssd('1', 960), ssd('2', 960)];
    const expects = {
      drives: [
        { count: 2, media: 'SSD', minGB: 480 },
        { count: 2, media: 'SSD', minGB: 960 },
      ],
    };
    expect(mismatches(expects, { ...hardware, drives })).toEqual(['drives SSD ≥ 960 GB: 0, fewer than 2']);
  });

  it('leaves the large drives to those who need them, in whatever order they are asked for', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 });
    fc.assert(
      fc.property(sizes, sizes, (wanted, there) => {
        const entries = wanted.map((minGB) => ({ count: 1, minGB }));
        const dealt = dealDrives(
          entries,
          there.map((size, i) => ssd(`${i}`, size)),
        );
        // The largest wish takes the largest drive, and so on down.
        const left = [...there].sort((a, b) => b - a);
        const most = [...wanted]
          .sort((a, b) => b - a)
          .filter((size) => (left[0] ?? 0) >= size && left.shift() !== undefined);
        expect(dealt.reduce((sum, { found }) => sum + found, 0)).toBe(most.length);
      }),
    );
  });
});
