import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { etagOf } from '../../src/redfish/etag.ts';
import { flag, link, links, number, part, text, texts } from '../../src/redfish/fields.ts';
import { isLocalMac, readMac, readUuid, telling } from '../../src/redfish/identity-value.ts';
import { readResetTime } from '../../src/redfish/reset-time.ts';
import { comparable, within } from '../../src/redfish/uri.ts';

describe('a value that tells one machine from another', () => {
  test.each([
    '',
    '   ',
    '0',
    '0000000000',
    'FFFFFFFF',
    'XXXXXXX',
    'N/A',
    'None',
    'Not Available',
    'Not Specified',
    'To be filled by O.E.M.',
    'To Be Filled By O.E.M',
    'Default string',
    'System Serial Number',
    '0123456789',
    '123456789',
    'Unknown',
    '..........',
    'naïve',
    'x'.repeat(129),
  ])('%j is none', (value) => expect(telling(value)).toBeUndefined());

  test.each(['7XK2M93', 'MXQ302099S', ' J105958B ', '00000001', 'S4X0NA0R', 'NA123'])('%j is one', (value) =>
    expect(telling(value)).toBe(value.trim()),
  );
});

test.each([
  ['39343550-3330-4D32-3244-324A30304C34', '39343550-3330-4d32-3244-324a30304c34'],
  ['{39343550-3330-4D32-3244-324A30304C34}', '39343550-3330-4d32-3244-324a30304c34'],
  ['00000000-0000-0000-0000-AC1F6B18A45A', '00000000-0000-0000-0000-ac1f6b18a45a'],
  ['00000000-0000-0000-0000-000000000000', undefined],
  ['FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', undefined],
  ['03000200-0400-0500-0006-000700080009', undefined],
  ['393435503330', undefined],
  ['', undefined],
  [undefined, undefined],
])('the UUID %s is %s', (value, uuid) => expect(readUuid(value)).toBe(uuid));

test.each([
  ['C8:4B:D6:7A:DC:BC', 'c8:4b:d6:7a:dc:bc'],
  ['c8-4b-d6-7a-dc-bc', 'c8:4b:d6:7a:dc:bc'],
  ['C84BD67ADCBC', 'c8:4b:d6:7a:dc:bc'],
  ['00:00:00:00:00:00', undefined],
  ['FF:FF:FF:FF:FF:FF', undefined],
  ['01:00:5E:00:00:01', undefined],
  ['Not Available', undefined],
  ['', undefined],
  [undefined, undefined],
])('the MAC %s is %s', (value, mac) => expect(readMac(value)).toBe(mac));

test('made-up addresses are told from burnt-in ones', () => {
  expect(isLocalMac('0a:ca:fe:f0:0d:04')).toBe(true);
  expect(isLocalMac('c8:4b:d6:7a:dc:bc')).toBe(false);
});

test.each([
  ['2024-07-26T14:40:20-05:00', true],
  ['2026-11-22T18:00:00Z', true],
  ['0000-00-00T00:00:00+00:00', false],
  ['1970-01-01T00:00:12Z', false],
  ['yesterday', false],
  [undefined, false],
])('the reset time %s counts: %s', (value, counts) => {
  expect(readResetTime(value)).toBe(counts ? value : undefined);
});

describe('links', () => {
  const origin = 'https://10.0.0.1:8443';
  test.each([
    ['/redfish/v1/Systems/1', '/redfish/v1/Systems/1'],
    ['/redfish/v1/systems/1/bios/', '/redfish/v1/systems/1/bios/'],
    ['/redfish/v1/Sensors?$skip=75', '/redfish/v1/Sensors?$skip=75'],
    ['/redfish/v1/Chassis/1/Power#/PowerSupplies/0', '/redfish/v1/Chassis/1/Power'],
    ['https://10.0.0.1:8443/redfish/v1/', '/redfish/v1/'],
    ['https://10.0.0.2:8443/redfish/v1/', undefined],
    ['http://10.0.0.1:8443/redfish/v1/', undefined],
    ['https://10.0.0.1/redfish/v1/', undefined],
    ['//evil.example/redfish/v1/', undefined],
    ['\\\\evil.example\\x', undefined],
    ['https://a:b@10.0.0.1:8443/', undefined],
    ['file:///etc/passwd', undefined],
    [`/${'x'.repeat(3000)}`, undefined],
  ])('%s leads to %s', (target, path) => expect(within(origin, target)).toBe(path));

  test('whatever a link says, what is followed stays within the origin', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), (target) => {
        const path = within(origin, target);
        if (path !== undefined) expect(new URL(`${origin}${path}`).origin).toBe(origin);
      }),
    );
  });

  test('case and a slash at the end make no difference', () => {
    expect(comparable('/redfish/v1/Systems/1/Bios')).toBe(comparable('/redfish/v1/systems/1/bios/'));
    expect(comparable('/redfish/v1/Systems/1')).not.toBe(comparable('/redfish/v1/Systems/10'));
  });
});

describe('ETags', () => {
  test.each([
    [{ etag: 'W/"abc"' }, {}, 'W/"abc"'],
    [{}, { '@odata.etag': '"abc"' }, '"abc"'],
    [{ etag: '"header"' }, { '@odata.etag': '"body"' }, '"header"'],
    [{ etag: '' }, { '@odata.etag': '"body"' }, '"body"'],
    [{ etag: '"abc-gzip"' }, {}, '"abc"'],
    [{ etag: '""' }, {}, undefined],
    [{ etag: 'W/""' }, {}, undefined],
    [{}, { '@odata.etag': '"a"\r\nX-Evil: 1' }, undefined],
    [{}, { '@odata.etag': 7 }, undefined],
    [{}, {}, undefined],
  ])('%j %j', (headers: Readonly<Record<string, string>>, body, etag) => expect(etagOf(headers, body)).toBe(etag));
});

test('fields are what they are, and nothing else', () => {
  const body = {
    text: ' a ',
    blank: ' ',
    number: 1,
    numeric: '2',
    flag: false,
    part: { x: 1 },
    list: ['a', 1],
    none: null,
  };
  expect([text(body, 'text'), text(body, 'blank'), text(body, 'number'), text(body, 'none')]).toEqual([
    'a',
    undefined,
    undefined,
    undefined,
  ]);
  expect([number(body, 'number'), number(body, 'numeric'), number(body, 'text'), number(body, 'blank')]).toEqual([
    1,
    2,
    undefined,
    undefined,
  ]);
  expect([flag(body, 'flag'), flag(body, 'text')]).toEqual([false, undefined]);
  expect([part(body, 'part'), part(body, 'list'), part(body, 'none')]).toEqual([{ x: 1 }, undefined, undefined]);
  expect(texts(body, 'list')).toEqual(['a']);
  expect(part(body, 'constructor')).toBeUndefined();
  expect(text(undefined, 'x')).toBeUndefined();
  const linked = { a: { '@odata.id': '/x' }, b: '/y', c: 'y', list: [{ '@odata.id': '/x' }, '/y', null, {}] };
  expect([link(linked, 'a'), link(linked, 'b'), link(linked, 'c')]).toEqual(['/x', '/y', undefined]);
  expect(links(linked, 'list')).toEqual(['/x', '/y']);
});
