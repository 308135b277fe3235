import fc from 'fast-check';
import jsonPatch from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import { patchBetween } from '../../src/diff/patch.ts';

/** Names that a pointer has to escape, and such as an object may have anyway. `__proto__` is no name that a status may hold. */
const key = fc
  .oneof(fc.constantFrom('a', 'b', '', '/', '~', '~1', '-', '0', 'constructor', 'toString'), fc.string())
  .filter((name) => name !== '__proto__');
const { tree } = fc.letrec((tie) => ({
  tree: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(null, true, 0, 1, '', 'x'),
    tie('tree'),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
}));
/** As it is read from a file. */
const document = tree.map((value): Record<string, unknown> => JSON.parse(JSON.stringify(value)));

describe('patchBetween', () => {
  it('says nothing where nothing changed', () => {
    fc.assert(
      fc.property(document, (one) => {
        expect(patchBetween(one, structuredClone(one))).toEqual([]);
      }),
    );
  });

  it('makes the second out of the first, whatever their keys are called', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const untouched = structuredClone(before);
        let patched: unknown = structuredClone(before);
        for (const operation of patchBetween(before, after)) {
          patched = jsonPatch.applyOperation(patched, structuredClone(operation), false, true, false).newDocument;
        }
        expect(patched).toEqual(after);
        expect(before).toEqual(untouched);
      }),
      { numRuns: 500 },
    );
  });

  it('tells a document that was not there, or is gone', () => {
    expect(patchBetween(null, { a: 1 })).toEqual([{ op: 'add', path: '', value: { a: 1 } }]);
    expect(patchBetween({ a: 1 }, null)).toEqual([{ op: 'remove', path: '' }]);
    expect(patchBetween(null, null)).toEqual([]);
  });

  it('names a value, and what stands in a list, by its pointer', () => {
    expect(patchBetween({ power: 'On', 'a/b': [1, 2] }, { power: 'Off', 'a/b': [1] })).toEqual([
      { op: 'remove', path: '/a~1b/1' },
      { op: 'replace', path: '/power', value: 'Off' },
    ]);
  });
});
