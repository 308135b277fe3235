import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIp, readRange } from '../../src/manifest/ip.ts';
import {
  addressesIn,
  countOf,
  covers,
  isWithin,
  readSweepRange,
  type SweepRange,
} from '../../src/manifest/sweep-range.ts';

const read = (text: string): SweepRange => {
  const range = readSweepRange(text);
  if (range === null) throw new Error(`no range: ${text}`);
  return range;
};
const list = (...texts: readonly string[]): readonly string[] => [...addressesIn(texts.map(read))];

describe('a range that is swept', () => {
  test.each([
    ['10.1.0.0/30', ['10.1.0.0', '10.1.0.1', '10.1.0.2', '10.1.0.3']],
    ['10.1.0.254-10.1.1.1', ['10.1.0.254', '10.1.0.255', '10.1.1.0', '10.1.1.1']],
    ['10.1.0.5', ['10.1.0.5']],
    ['127.0.0.1:18000-18002', ['127.0.0.1:18000', '127.0.0.1:18001', '127.0.0.1:18002']],
    ['127.0.0.1:443', ['127.0.0.1']],
    ['fd00:1::/126', ['[fd00:1::]', '[fd00:1::1]', '[fd00:1::2]', '[fd00:1::3]']],
    ['fd00:0:0:1::ff-fd00:0:0:1::101', ['[fd00:0:0:1::ff]', '[fd00:0:0:1::100]', '[fd00:0:0:1::101]']],
    ['[fd00::5]:8443', ['[fd00::5]:8443']],
  ])('%s', (text, addresses) => expect(list(text)).toEqual(addresses));

  test.each([
    '10.1.0.1/24',
    '10.1.0.9-10.1.0.1',
    '10.1.0.1-fd00::1',
    '10.1.0.0/24:443',
    '10.1.0.1:0',
    '10.1.0.1:70000',
    '10.1.0.1:9-1',
    '010.1.0.1',
    'bmc1.example.net',
    'fd00::1:8443:1:2:3:4:5:6:7',
    '10.1.0.1-10.1.0.2-10.1.0.3',
    '',
    '-',
    '=1+1',
  ])('%j is none', (text) => expect(readSweepRange(text)).toBeNull());

  test('a /8 is counted and not made', () => {
    expect(countOf(read('10.0.0.0/8'))).toBe(16_777_216n);
    expect(countOf(read('fd00::/8'))).toBe(2n ** 120n);
  });

  const octet = fc.integer({ min: 0, max: 255 });
  const ip = fc.tuple(octet, octet).map(([c, d]) => `10.1.${c}.${d}`);
  const range = fc.oneof(
    ip,
    fc.tuple(ip, fc.integer({ min: 0, max: 300 })).map(([from, more]) => {
      const [, , c = 0, d = 0] = from.split('.').map(Number);
      const end = Math.min(65_535, c * 256 + d + more);
      return `${from}-10.1.${end >> 8}.${end & 255}`;
    }),
    fc.tuple(octet, fc.integer({ min: 24, max: 32 })).map(([c, prefix]) => `10.1.${c}.0/${prefix}`),
    fc
      .tuple(ip, fc.integer({ min: 1, max: 65_000 }), fc.integer({ min: 0, max: 20 }))
      .map(([from, port, more]) => `${from}:${port}-${port + more}`),
  );

  test('never more addresses than counted, each once, and none lost where ranges overlap', () => {
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 5 }), (texts) => {
        const ranges = texts.map(read);
        const all = [...addressesIn(ranges)];
        expect(new Set(all).size).toBe(all.length);
        expect(BigInt(all.length)).toBeLessThanOrEqual(ranges.reduce((sum, one) => sum + countOf(one), 0n));
        const together = new Set(all);
        for (const one of ranges) {
          const own = [...addressesIn([one])];
          expect(BigInt(own.length)).toBe(countOf(one));
          for (const address of own) expect(together.has(address)).toBe(true);
        }
        // What is listed is what is covered.
        for (const address of all) {
          const [host = '', port = '443'] = address.split(':');
          expect(ranges.some((one) => covers(one, readIp(host) ?? [], Number(port)))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('lies within ranges that touch, and not where one address is missing', () => {
    const within = (text: string, ...ranges: readonly string[]): boolean =>
      isWithin(
        read(text),
        ranges.flatMap((one) => readRange(one) ?? []),
      );
    expect(within('10.1.0.0/23', '10.1.1.0/24', '10.1.0.0/24')).toBe(true);
    expect(within('10.1.0.250-10.1.1.5', '10.1.0.0/24', '10.1.1.0/30')).toBe(false);
    expect(within('fd00::1', '10.0.0.0/8', 'fd00::/16')).toBe(true);
    expect(within('10.1.0.1:80-90', '10.1.0.0/24')).toBe(true);
  });
});
