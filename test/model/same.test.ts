import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { same } from '../../src/model/same.ts';

/** Few keys and values, so that two draws are equal often enough; no number that JSON cannot write. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(null, true, 0, 1, '', 'a'),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'length'), fc.oneof(tie('value'), fc.constant(undefined)), {
      maxKeys: 3,
    }),
  ),
}));

describe('two values', () => {
  it('are the same exactly when their canonical texts are', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(same(a, b)).toBe(canonical(a) === canonical(b));
        expect(same(a, structuredClone(a))).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ['an array and an object', [], {}],
    ['an array and what looks like one', ['a'], { 0: 'a', length: 1 }],
    ['nothing and an empty object', null, {}],
    ['a key that only a prototype has', { toString: 1 }, { a: 1 }],
  ])('%s differ', (_, a, b) => {
    expect(same(a, b)).toBe(false);
    expect(same(b, a)).toBe(false);
  });
});
