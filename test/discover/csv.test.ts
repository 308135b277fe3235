import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CsvRecord, readCsv } from '../../src/discover/csv.ts';

const cells = (text: string): readonly (readonly string[])[] => {
  const read = readCsv(text, 1_000);
  if ('message' in read) throw new Error(read.message);
  return read.map((record: CsvRecord) => record.cells);
};

describe('CSV', () => {
  test.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['\ufeffa\r\n1\r\n', [['a'], ['1']]],
    ['"a ""quoted""\nname",b', [['a "quoted"\nname', 'b']]],
    [
      'a,\n\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['', []],
  ])('%j', (text, rows) => expect(cells(text)).toEqual(rows));

  test.each([
    ['"a\nb', 1, 'a quote that is opened here is never closed'],
    ['a\nb"c', 2, 'a quote in the middle of a cell; put the whole cell in quotes'],
    ['a\n"b"c', 2, 'a quote in the middle of a cell; put the whole cell in quotes'],
    ['a\rb', 1, 'a carriage return that ends no line'],
  ])('%j is told of with its line', (text, line, message) => {
    expect(readCsv(text, 10)).toEqual({ line, message });
  });

  test('a million rows are counted, and not kept', () => {
    const read = readCsv('10.0.0.1\n'.repeat(1_000_000), 65_537);
    expect(read).toMatchObject({ message: 'more than 65537 rows: about 1000000 in all' });
  });

  const cell = fc.string({ maxLength: 12 }).filter((text) => !text.includes('\r'));
  test('what is written by the rules is read as it was', () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (table, end) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = table.map((row) => row.map(quoted).join(',')).join(end);
        expect(cells(text)).toEqual(table);
      }),
    );
  });

  test('no text makes it fail otherwise than with a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '=') }), (text) => {
        const read = readCsv(text, 100);
        if ('message' in read) expect(read.line).toBeGreaterThan(0);
      }),
    );
  });
});
