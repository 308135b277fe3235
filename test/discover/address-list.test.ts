import { describe, expect, test } from 'vitest';
import { readAddressList } from '../../src/discover/address-list.ts';
import { readRange } from '../../src/manifest/ip.ts';

const ranges = ['10.1.0.0/16', 'fd00:1::/48'].flatMap((text) => readRange(text) ?? []);
const read = (text: string) => readAddressList('racks.csv', new TextEncoder().encode(text), ranges);
const problems = (text: string): readonly string[] => {
  const list = read(text);
  return list.ok ? [] : list.error.map(({ file, line, message }) => `${file}:${line}: ${message}`);
};

describe('a list of addresses', () => {
  test('columns in any order, under a header in any case, with a byte order mark', () => {
    const text =
      '\ufeffUnit,Address,Name,credentials,Rack\r\n12,10.1.3.12,db-1,vendor-default,r03\r\n,fd00:1::5,,,\r\n';
    expect(read(text)).toEqual({
      ok: true,
      value: [
        {
          address: '10.1.3.12',
          listed: { line: 2, name: 'db-1', rack: 'r03', unit: 12, credentials: 'vendor-default' },
        },
        { address: '[fd00:1::5]', listed: { line: 3 } },
      ],
    });
  });

  test('addresses as people write them', () => {
    const text = 'address\nhttps://10.1.0.1\n10.1.0.2:8443\nhttp://10.1.0.3:8080\nbmc4.example.net\n"fd00:1::6"\n';
    const list = read(text);
    expect(list.ok && list.value.map(({ address }) => address)).toEqual([
      'https://10.1.0.1',
      '10.1.0.2:8443',
      'http://10.1.0.3:8080',
      'bmc4.example.net',
      '[fd00:1::6]',
    ]);
  });

  test.each([
    ['', 'racks.csv:1: the list is empty'],
    ['10.1.0.1\n10.1.0.2\n', 'racks.csv:1: there is no column `10.1.0.1`'],
    ['adress,rack\n10.1.0.1,r01\n', 'racks.csv:1: there is no column `adress`'],
    ['rack,name\nr01,a\n', 'racks.csv:1: the column `address` is missing'],
    ['address,address\n', 'racks.csv:1: the column `address` is there twice'],
    ['address,rack\n10.1.0.1\n', 'racks.csv:2: 1 cells under 2 columns'],
    ['address\n10.2.0.1\n', 'racks.csv:2: `10.2.0.1` is outside the BMC ranges of the facility'],
    ['address\n10.1.0.300\n', 'racks.csv:2: `10.1.0.300` is no address'],
    ['address,name\n10.1.0.1,"=HYPERLINK(""x"")"\n', 'racks.csv:2: `=HYPERLINK("x")` is no name'],
    ['address,rack\n10.1.0.1,+1\n', 'racks.csv:2: `+1` is no rack'],
    ['address,unit\n10.1.0.1,@3\n', 'racks.csv:2: unit must be a whole number from 1 to 100, not `@3`'],
    ['address\n10.1.0.1\n10.1.0.1\n', 'racks.csv:3: this address is also that of line 2'],
    ['address\n10.1.0.1\nhttps://10.1.0.1:443\n', 'racks.csv:3: this address is also that of line 2'],
    ['address\n', 'racks.csv:1: the list holds no address'],
    ['address\n\u0000\n', 'racks.csv:2: `\\u{0}` is no address'],
  ])('%j', (text, problem) => expect(problems(text)).toContain(problem));

  test('a million rows are refused with their number', () => {
    expect(problems(`address\n${'10.1.0.1\n'.repeat(1_000_000)}`)).toEqual([
      expect.stringMatching(/^racks\.csv:\d+: more than 65537 rows: about 1000001 in all$/),
    ]);
  });

  test('what is not UTF-8, and too many faults to list', () => {
    expect(readAddressList('x.csv', new Uint8Array([0xff, 0xfe, 0x41, 0]), ranges)).toMatchObject({ ok: false });
    expect(problems(`address\n${'nobody at all\n'.repeat(500)}`).length).toBeLessThanOrEqual(101);
  });
});
