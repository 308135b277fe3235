import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/cli/json.ts';
import { isRefLike } from '../../src/cli/revision.ts';
import { renderTable } from '../../src/cli/table.ts';
import { harmless } from '../../src/cli/terminal.ts';
import { span, wrap } from '../../src/cli/words.ts';

describe('what is printed', () => {
  it('can move no cursor and hide or reorder no text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(harmless(text)).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u);
      }),
    );
    expect(harmless('a\u001b[2Jb\u202ec\n→')).toBe('a\\u{1b}[2Jb\\u{202e}c\n→');
  });

  it('is JSON that means the same, and is harmless too', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })), (value) => {
        const text = renderJson(value);
        expect(JSON.parse(text)).toEqual(value);
        expect(harmless(text)).toBe(text);
      }),
    );
  });

  it('fits 80 columns in a table whose other columns leave room', () => {
    const text = renderTable(
      ['A', 'B'],
      [
        ['short', 'x'.repeat(200)],
        ['y'.repeat(60), ''],
      ],
    );
    expect(text.split('\n').every((line) => line.length <= 80)).toBe(true);
    expect(renderTable(['A', 'B'], [['1', '']])).toBe('A  B\n1\n');
  });

  it('wraps at spaces, and leaves what has none', () => {
    expect(wrap('a b', '  ')).toBe('  a b');
    const lines = wrap('word '.repeat(40).trim(), '    ').split('\n');
    expect(lines.every((line) => line.length <= 80 && line.startsWith('    word'))).toBe(true);
    expect(wrap('x'.repeat(100), ' ')).toBe(` ${'x'.repeat(100)}`);
  });

  it('tells how long ago in one unit', () => {
    expect([-5_000, 0, 119_000, 120_000, 7_199_000, 86_400_000, 172_800_000].map(span)).toEqual([
      '0 s',
      '0 s',
      '119 s',
      '2 min',
      '120 min',
      '24 h',
      '2 days',
    ]);
  });
});

describe('names of refs', () => {
  it('are taken as Git takes them', () => {
    for (const name of ['main', 'feature/x', 'ada#1', 'v1.0', 'origin/main', 'é']) expect(isRefLike(name)).toBe(true);
    const unfit = [
      '',
      '-x',
      '/x',
      'x/',
      'a..b',
      'a b',
      'a:b',
      'a^b',
      'x.lock',
      'x.lock/y',
      '.x',
      'a/.b',
      'a//b',
      'a\\b',
      'a@{1}',
      'x.',
    ];
    for (const name of unfit) expect(isRefLike(name)).toBe(false);
  });
});
