import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Shape } from '../../src/manifest/template.ts';
import { faultsOf } from '../../src/manifest/template.ts';
import { TemplateWriter, type Value } from '../../src/manifest/template-writer.ts';

const text: Shape = { kind: 'text' };
const shape: Shape = {
  kind: 'map',
  fields: {
    word: text,
    flag: { kind: 'flag' },
    words: { kind: 'list', of: text },
    inner: { kind: 'map', fields: { word: text, words: { kind: 'list', of: text } } },
    maps: {
      kind: 'list',
      of: { kind: 'map', fields: { word: text, own: text, words: { kind: 'list', of: text } } },
    },
  },
};

const words = fc.array(fc.string(), { maxLength: 3 });
const values = fc.record({
  word: fc.string(),
  flag: fc.boolean(),
  words,
  inner: fc.record({ word: fc.string(), words }),
  maps: fc.array(fc.record({ word: fc.string(), own: fc.string(), words }), { maxLength: 3 }),
});

const render = (template: string, value: Value): string => {
  const rendered = new TemplateWriter(1_000_000).render(template, value);
  if (!rendered.ok) throw new Error('too large');
  return rendered.value;
};
const isSound = (template: string): boolean => faultsOf(template, shape).next().done === true;

/** Templates as people write them, and such as nobody would. */
const names = [
  'word',
  'flag',
  'words',
  'inner',
  'inner.word',
  'inner.words',
  'maps',
  'own',
  '.',
  'toString',
  'word.length',
];
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom('{{', '}}', '{', '}', '\n', ' ', 'a', '{{!', '{{>a}}', '{{=<% %>=}}', '{{{', '}}}', '<&>"'),
    fc
      .tuple(fc.constantFrom('', '#', '^', '/', '&', ' # ', '{'), fc.constantFrom(...names))
      .map(([sign, name]) => `{{${sign}${name}}}${sign === '{' ? '}' : ''}`),
  ),
  { maxLength: 12 },
);
/** Sound by how it is made: what stands in a section is looked up in it first, then outside. */
const { template: sound } = fc.letrec<{ template: string; part: string }>((tie) => ({
  template: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(
      'text',
      '\n',
      '{{word}}',
      '{{inner.word}}',
      '{{{word}}}',
      '{{& word }}',
      '{{! not said }}',
      '} }}',
      '{{flag}}',
    ),
    tie('template').map((inner) => `{{#words}}${inner}{{.}}{{/words}}`),
    tie('template').map((inner) => `{{#maps}}\n${inner}{{own}}{{#words}}{{.}}{{/words}}\n{{/maps}}`),
    tie('template').map((inner) => `{{#flag}}${inner}{{/flag}}{{^flag}}${inner}{{/flag}}`),
    tie('template').map((inner) => `{{^ inner.words }}${inner}{{/ inner.words }}`),
  ),
}));

describe('a template', () => {
  test('that is sound renders whatever the values are, and says nothing that is not in them', () => {
    fc.assert(
      fc.property(sound, values, (template, value) => {
        expect([...faultsOf(template, shape)]).toEqual([]);
        expect(render(template, value)).not.toMatch(/\[object|undefined|function/);
      }),
      { numRuns: 200 },
    );
  });

  test('of any pieces is refused with a place in it, or renders', () => {
    let taken = 0;
    fc.assert(
      fc.property(pieces, values, (parts, value) => {
        const template = parts.join('');
        const faults = [...faultsOf(template, shape)];
        for (const { at, value: shown } of faults) {
          expect(template.slice(at, at + 2)).toBe('{{');
          expect(shown.length).toBeLessThanOrEqual(80);
        }
        if (faults.length > 0) return;
        taken++;
        render(template, value);
      }),
      { numRuns: 1_000 },
    );
    expect(taken).toBeGreaterThan(50);
  });

  test('of any text at all is refused or renders', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), values, (template, value) => {
        if (isSound(template)) render(template, value);
      }),
    );
  });

  test('gives texts as they are', () => {
    fc.assert(
      fc.property(fc.string(), (word) => {
        expect(render('a{{word}}b{{{word}}}c{{&word}}', { word })).toBe(`a${word}b${word}c${word}`);
        // What a value holds is never read as a template.
        expect(render('{{#words}}{{.}}{{/words}}', { words: [`{{${word}}}`] })).toBe(`{{${word}}}`);
      }),
    );
  });

  test.each([
    ['lines with a section alone leave no trace', 'a\n  {{#flag}}\n  b\n  {{/flag}}\nc\n', 'a\n  b\nc\n'],
    ['a section over a list', '{{#words}}{{.}},{{/words}}', 'x,y,'],
    ['a section over a text', '{{#word}}[{{.}}{{word}}]{{/word}}', '[ww]'],
    ['an empty text is no text', '{{#none}}a{{/none}}{{^none}}b{{/none}}', 'b'],
    ['what is further out is seen', '{{#maps}}{{own}}{{inner.word}}{{word}}{{/maps}}', 'oim'],
    ['a comment says nothing', 'a{{! {{word }}b', 'ab'],
  ])('%s', (_, template, expected) => {
    const value = {
      flag: true,
      word: 'w',
      none: '',
      words: ['x', 'y'],
      inner: { word: 'i' },
      maps: [{ own: 'o', word: 'm' }],
    };
    expect(render(template, value)).toBe(expected);
  });

  test('that gives too much gives nothing', () => {
    const writer = new TemplateWriter(1_000);
    const many = Array.from({ length: 100 }, String);
    const template = '{{#a}}{{#b}}{{#c}}{{.}}{{/c}}{{/b}}{{/a}}';
    expect(writer.render(template, { a: many, b: many, c: many })).toEqual({ ok: false, error: 'too-large' });
  });
});
