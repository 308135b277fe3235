import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, type Order } from '../../src/diff/version.ts';

/** As vendors write them, and how they stand to each other. */
const known: readonly (readonly [string, Order, string])[] = [
  ['1.9.0', 'older', '1.13.2'],
  ['2.19.1', 'newer', '2.9.3'],
  ['7.00.00.172', 'newer', '7.00.00.9'],
  ['01.73.06', 'equal', '1.73.6'],
  ['2.1', 'equal', '2.1.0'],
  ['2.1', 'older', '2.1.1'],
  ['v2.10', 'newer', '2.9'],
  ['iLO 5 v2.72', 'newer', 'iLO 5 v2.55'],
  ['U46 v2.72 (05/28/2024)', 'newer', 'U46 v2.10 (11/01/2023)'],
  ['U46 v2.72 (05/28/2024)', 'incomparable', 'U46 v2.72 (11/01/2023)'],
  ['TEE180L-3.21', 'newer', 'TEE178L-3.30'],
  ['TEE180L-3.21', 'incomparable', 'IFE136L-3.21'],
  ['2024-05-28', 'older', '2024-11-01'],
  ['2.1-rc1', 'incomparable', '2.1'],
  ['N/A', 'incomparable', '2.1'],
  ['2.1', 'incomparable', 'latest'],
  ['BIOS 2.1', 'equal', 'bios 2.1'],
  ['99999999999999999999', 'older', '100000000000000000000'],
];
const flipped: Readonly<Record<Order, Order>> = {
  older: 'newer',
  newer: 'older',
  equal: 'equal',
  incomparable: 'incomparable',
};
const numbers = fc.array(fc.nat(3000), { minLength: 1, maxLength: 5 });
const anyVersion = fc.oneof(
  numbers.map((parts) => parts.join('.')),
  fc.tuple(fc.constantFrom('v', 'U46 v', 'TEE', 'A', ''), numbers).map(([name, parts]) => name + parts.join('-')),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

describe('compareVersions', () => {
  it.each(known)('%s is %s than %s', (a, order, b) => {
    expect(compareVersions(a, b)).toBe(order);
    expect(compareVersions(b, a)).toBe(flipped[order]);
  });

  it('takes every version for equal to itself', () => {
    fc.assert(fc.property(anyVersion, (version) => compareVersions(version, version) === 'equal'));
  });

  it('says the same from the other side', () => {
    fc.assert(fc.property(anyVersion, anyVersion, (a, b) => compareVersions(b, a) === flipped[compareVersions(a, b)]));
  });

  it('puts numbers in the order of numbers, whatever stands between them', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.constantFrom('.', '-', '_', ' '), (a, b, between) => {
        const first = Array.from({ length: 5 }, (_, i) => [a[i] ?? 0, b[i] ?? 0] as const).find(([x, y]) => x !== y);
        const order = first === undefined ? 'equal' : first[0] < first[1] ? 'older' : 'newer';
        expect(compareVersions(a.join('.'), b.join(between))).toBe(order);
      }),
    );
  });

  it('never goes round in a circle', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, anyVersion, (a, b, c) => {
        fc.pre(compareVersions(a, b) === 'older' && compareVersions(b, c) === 'older');
        expect(compareVersions(a, c)).not.toBe('newer');
        expect(compareVersions(a, c)).not.toBe('equal');
      }),
      { numRuns: 50 },
    );
  });
});
