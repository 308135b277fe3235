import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readFullYaml } from '../../src/manifest/yaml-full.ts';
import type { Node } from '../../src/manifest/yaml-node.ts';
import { readPlainYaml } from '../../src/manifest/yaml-plain.ts';
import { resolvePlain } from '../../src/manifest/yaml-scalar.ts';
import { readValue } from '../../src/manifest/yaml-value.ts';

const machine = `# yaml-language-server: $schema=x
---
apiVersion: nanometal/v1alpha1
kind: Machine
metadata: { name: ams1-r03-u12, labels: { pool: workers } }
spec:
  bmc: # how it is reached
    address: https://10.1.3.12:8443 # port
    tls: { sha256: "9f2c" }
  identity: { serial: '7X''K', uuid: 4c4c4544-0058-4b10-8032-b7c04f4d3933 }

  operations:
  - id: a
    verb: Reboot
  - { id: b, disks: [{ serial: S1 }, { wwn: "0x5" }], none: [], empty: {} }
  nested:
    -   - 1
        - -2
    -
      a: 1
  nothing:
  url: a#b
  parked: { reason: "CHG-1182", until: 2026-12-01T00:00:00Z }
`;

/** The library's own view of the text; null where it sees an error. */
function readByLibrary(text: string): unknown {
  const document = parseDocument(text, { uniqueKeys: false, merge: false, schema: 'core', prettyErrors: false });
  return document.errors.length > 0 ? null : { value: document.toJS({ maxAliasCount: 0 }) };
}

const plainly = (text: string): Node | null => {
  const node = readPlainYaml(text);
  return node === null || node.kind === 'too-much' ? null : node;
};

/** Pieces that make valid YAML likely and near misses common. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('a', 'b1', 'key', 'no', 'true', 'null', '1', '-2', '010', '1.5', 'x y', '~'),
  },
  { weight: 6, arbitrary: fc.constantFrom(': ', ':', '- ', '-', '\n', '\n  ', '\n    ', ' ', '  ', ', ', ',') },
  { weight: 3, arbitrary: fc.constantFrom('{', '}', '[', ']', '{ ', ' }', '[]', '{}', '"', "'", '"q"', "'q'", "''") },
  {
    weight: 1,
    arbitrary: fc.constantFrom('#', ' # c', '\n#c\n', '\r\n', '---', '---\n', '...', '?', '&a', '*a', '!t', '|', '>'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('%', '@', '`', '<<', 'é', '\u00a0', 'a:b', 'http://x', '/', '.', '-x', '\\'),
  },
);
const yamlish = fc.oneof(
  // A manifest with a few slips of the hand.
  fc
    .array(fc.tuple(fc.nat(machine.length), fc.nat(3), piece), { minLength: 1, maxLength: 4 })
    .map((slips) => slips.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), machine)),
  fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('')),
  // Lines with a shape: indentation, perhaps a dash, a key, a value.
  fc
    .array(
      fc.tuple(
        fc.constantFrom(0, 0, 1, 2, 2, 3, 4, 6),
        fc.constantFrom('', '', '- ', '- - ', '-  '),
        fc.constantFrom('a: ', 'b: ', 'c:', '', 'a:  '),
        fc.constantFrom(
          '1',
          'x',
          '"y z"',
          "'it''s'",
          '[1, 2]',
          '{ a: 1 }',
          '{ a: [x, {b: y}] }',
          '',
          '',
          ' # c',
          'x # c',
          '-',
          '- x',
        ),
      ),
      { maxLength: 8 },
    )
    .map((lines) => lines.map(([indent, dash, key, value]) => `${' '.repeat(indent)}${dash}${key}${value}`).join('\n')),
);

describe('the quick reader', () => {
  test('reads a manifest with all that manifests usually have', () => {
    const node = plainly(machine);
    expect(node).not.toBeNull();
    expect(node && readValue(node).value).toEqual(parseDocument(machine).toJS());
  });

  test('reads as the library does, or leaves it to the library', () => {
    fc.assert(
      fc.property(yamlish, (text) => {
        const node = plainly(text);
        if (node === null) return;
        const byLibrary = readByLibrary(text);
        expect(byLibrary, text).not.toBeNull();
        expect(readFullYaml(text), text).toEqual({ ok: true, value: expect.anything() });
        const { value, faults } = readValue(node);
        // What is refused further on (numbers in odd forms, keys given twice) has no value to compare.
        if (faults.length === 0) expect({ value }, text).toEqual(byLibrary);
      }),
      { numRuns: 5_000 },
    );
  });

  test('gives the places that the full reader gives', () => {
    fc.assert(
      fc.property(yamlish, (text) => {
        const quick = plainly(text);
        const full = readFullYaml(text);
        if (quick === null || !full.ok) return;
        expect(placesIn(quick)).toEqual(placesIn(full.value));
      }),
      { numRuns: 2_000 },
    );
  });

  test('is what reads a good part of these texts, so that the properties above say something', () => {
    const quick = fc.sample(yamlish, { numRuns: 3_000, seed: 1 }).filter((text) => plainly(text) !== null);
    expect(quick.length).toBeGreaterThan(200);
  });
});

/** Every scalar that is written and every key, with its place. */
function placesIn(node: Node): string[] {
  switch (node.kind) {
    case 'scalar':
      return node.text === '' ? [] : [`${node.text}@${node.at}`];
    case 'list':
      return node.items.flatMap(placesIn);
    case 'map':
      return node.entries.flatMap(({ key, at, value }) => [`${key}:@${at}`, ...placesIn(value)]);
  }
}

describe('scalars without quotes', () => {
  test('mean what the core schema says, or are refused as odd numbers', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789+-.eExXoaft_~nulINFNaN'), minLength: 1, maxLength: 8 }),
      fc.integer().map(String),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(text, (source) => {
        const document = parseDocument(source, { schema: 'core', prettyErrors: false });
        const meaning = resolvePlain(source);
        if (document.errors.length > 0 || typeof document.toJS() === 'object') return;
        if (meaning.kind === 'odd-number') expect(typeof document.toJS()).toBe('number');
        else expect(meaning.value).toBe(document.toJS());
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    ['010'],
    ['0x1f'],
    ['0o17'],
    ['1.50'],
    ['+1'],
    ['-0'],
    ['1e3'],
    ['.inf'],
    ['.nan'],
    ['12345678901234567890'],
    ['9007199254740993'],
  ])('%s is an odd number', (source) => expect(resolvePlain(source)).toEqual({ kind: 'odd-number' }));

  test.each([['no'], ['off'], ['yes'], ['1_000'], ['12:30:45'], ['2026-12-01'], ['1.2.3'], ['0b1']])(
    '%s is text',
    (source) => expect(resolvePlain(source)).toEqual({ kind: 'value', value: source }),
  );
});
