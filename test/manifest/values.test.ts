import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readBmcAddress, writeBmcAddress } from '../../src/manifest/bmc-address.ts';
import { readDurationMs, readTimeOfDay } from '../../src/manifest/duration.ts';
import { formats } from '../../src/manifest/formats.ts';
import { readInstant } from '../../src/manifest/instant.ts';
import { contains, readIp, readRange } from '../../src/manifest/ip.ts';
import { nearest } from '../../src/manifest/nearest.ts';
import { parseFile } from '../../src/manifest/parse.ts';
import { isPlaceholder } from '../../src/manifest/placeholder.ts';
import { printable, printablePath, shown } from '../../src/manifest/printable.ts';
import { isTimezone } from '../../src/manifest/timezone.ts';
import { bytesOf } from './tree.ts';

describe('IP addresses', () => {
  test.each([
    ['10.1.3.12', [10, 1, 3, 12]],
    ['::ffff:10.1.3.12', [10, 1, 3, 12]],
    ['::', new Array(16).fill(0)],
    ['::1', [...new Array(15).fill(0), 1]],
    ['fd00:1::a', [0xfd, 0, 0, 1, ...new Array(11).fill(0), 10]],
    ['1:2:3:4:5:6:7:8', [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8]],
  ])('%s is read', (text, bytes) => expect(readIp(text)).toEqual(bytes));

  test.each([
    '',
    '10.1',
    '010.1.3.12',
    '10.1.3.256',
    '1.2.3.4.5',
    '0x0a.1.1.1',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '12345::',
    'fe80::1%eth0',
    '::1.2.3',
    '1:2:3:4:5:6:7:8::',
    'g::',
  ])('%s is not read', (text) => expect(readIp(text)).toBeNull());

  test('agree with the URL parser of the platform on IPv6', () => {
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        const ip = readIp(text);
        expect(ip).not.toBeNull();
        if (ip === null) return;
        const groups = Array.from({ length: 8 }, (_, i) =>
          (((ip[i * 2] ?? 0) << 8) | (ip[i * 2 + 1] ?? 0)).toString(16),
        );
        const long = ip.length === 4 ? `::ffff:${ip.join('.')}` : groups.join(':');
        expect(new URL(`http://[${long}]`).host).toBe(new URL(`http://[${text}]`).host);
      }),
    );
  });
});

describe('ranges', () => {
  test.each([
    ['10.1.0.0/16', '10.1.255.255', true],
    ['10.1.0.0/16', '10.2.0.0', false],
    ['10.1.3.0/31', '10.1.3.1', true],
    ['10.1.3.0/31', '10.1.3.2', false],
    ['10.1.3.12/32', '10.1.3.12', true],
    ['10.1.0.0/16', '::ffff:10.1.2.3', true],
    ['fd00:1::/48', 'fd00:1:0:ffff::1', true],
    ['fd00:1::/48', 'fd00:1:1::', false],
    ['fd00:1::/48', '10.1.0.1', false],
  ])('%s and %s: %s', (range, ip, inside) => {
    const [readIpValue, readRangeValue] = [readIp(ip), readRange(range)];
    expect(readIpValue && readRangeValue && contains(readRangeValue, readIpValue)).toBe(inside);
  });

  test.each([
    '10.1.3.12/16',
    '10.1.0.0',
    '10.1.0.0/33',
    '10.1.0.0/016',
    '10.1.0.0/-1',
    '::/129',
    '::ffff:10.0.0.0/104',
    '/8',
    '10.0.0.0/8/8',
  ])('%s is none', (text) => expect(readRange(text)).toBeNull());

  test('everything is no range for a manifest', () => {
    expect(formats.cidr?.('0.0.0.0/0')).toBe(false);
    expect(formats.cidr?.('0.0.0.0/1')).toBe(true);
  });
});

test('a BMC address is written in one way', () => {
  const written = [
    'https://BMC.example.net:443/',
    'http://10.1.3.12:80',
    'https://[FD00::1]:8443',
    'http://localhost',
  ].map((text) => {
    const address = readBmcAddress(text);
    return address && writeBmcAddress(address);
  });
  expect(written).toEqual([
    'https://bmc.example.net',
    'http://10.1.3.12',
    'https://[fd00::1]:8443',
    'http://localhost',
  ]);
});

describe('times', () => {
  test('durations', () => {
    expect(['500ms', '30s', '5m', '2h', '1d', '0s'].map(readDurationMs)).toEqual([
      500, 30_000, 300_000, 7_200_000, 86_400_000, 0,
    ]);
    expect(['', '5', '5 m', '-5m', '1.5h', '5w', 'm'].map(readDurationMs)).toEqual(new Array(7).fill(null));
  });

  test('times of day', () => {
    expect(['00:00', '22:30', '24:00'].map(readTimeOfDay)).toEqual([0, 1_350, 1_440]);
    expect(['24:01', '12:60', '6:00', '06:00:00', ''].map(readTimeOfDay)).toEqual(new Array(5).fill(null));
  });

  test('instants are read as the platform reads them', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }), (date) => {
        expect(readInstant(date.toISOString())).toBe(date.getTime());
      }),
    );
    expect(readInstant('2026-12-01t00:00:00.5+01:30')).toBe(Date.UTC(2026, 10, 30, 22, 30, 0, 500));
    expect(readInstant('2028-02-29T00:00:00Z')).toBe(Date.UTC(2028, 1, 29));
  });

  test.each([
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-12-01',
    '2026-12-01T24:00:00Z',
    '2026-12-01T00:00:60Z',
    '2026-12-01T00:00:00',
    '2026-12-01 00:00:00Z',
    '2026-12-01T00:00:00+24:00',
    'tomorrow',
  ])('%s is no instant', (text) => expect(readInstant(text)).toBeNull());

  test('time zones are those of the platform', () => {
    expect(['Europe/Amsterdam', 'UTC', 'America/Argentina/Buenos_Aires'].map((zone) => isTimezone(zone))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['Mars/Olympus', '+02:00', ''].map((zone) => isTimezone(zone))).toEqual([false, false, false]);
  });
});

test('no question to the platform is asked for each entry of a list that may be of any length', () => {
  const asked = vi.spyOn(Intl, 'DateTimeFormat');
  const windows = Array.from({ length: 2_000 }, () => '    - { from: "22:00", to: "06:00", timezone: UTC }\n').join('');
  const text = `${facilityHead}  ranges: { bmc: [10.1.0.0/16] }\n  windows:\n${windows}`;
  const parsed = parseFile('facilities/ams1/facility.yaml', bytesOf(text));
  expect(parsed.ok || parsed.error.map(({ message }) => message)).toEqual(['`windows` must be a list of at most 32']);
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});

const facilityHead = 'apiVersion: nanometal/v1alpha1\nkind: Facility\nmetadata: { name: ams1 }\nspec:\n';

test('nearest finds what a slip of the hand would explain', () => {
  const known = ['bios', 'bmc', 'power', 'operations', 'Reboot'];
  expect(['biso', 'bms', 'opertions', 'reboot', 'PowerCycle', ''].map((word) => nearest(word, known))).toEqual([
    'bios',
    'bmc',
    'operations',
    'Reboot',
    undefined,
    undefined,
  ]);
  expect(nearest('x'.repeat(100_000), known)).toBeUndefined();
});

test('placeholders are known in any spelling', () => {
  const values = [
    'To be filled by O.E.M.',
    'Not Specified',
    '0000000000',
    'XXXXXXX',
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    ' - ',
  ];
  expect(values.filter((value) => !isPlaceholder(value))).toEqual([]);
  expect(['7XK2M93', 'S0000001', '4c4c4544-0058-4b10-8032-b7c04f4d3933'].filter(isPlaceholder)).toEqual([]);
});

describe('what is shown', () => {
  test('cannot move a cursor, reorder text or hide in look-alikes', () => {
    expect(printable('a\u001b[2Jb\u202ec\u200bd é')).toBe('a\\u{1b}[2Jb\\u{202e}c\\u{200b}d é');
    expect(printablePath('clаsses/é\n')).toBe('cl\\u{430}sses/\\u{e9}\\u{a}');
  });

  test('is short and holds no userinfo', () => {
    expect(shown('https://admin:hunter2@10.1.3.12/x')).toBe('https://[redacted]@10.1.3.12/x');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => [...shown(text.repeat(20))].length <= 80));
  });
});
