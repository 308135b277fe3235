import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { canaries } from './canaries.ts';
import { complaintsAbout } from './canary-types.ts';

const source = (file: string): string => readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8');

describe('the bugs that are planted to be caught', () => {
  it.each(canaries)('$name: its place is there, once', ({ edits }) => {
    for (const { file, find } of edits) expect(source(file).split(find), `${file}: ${find}`).toHaveLength(2);
  });

  it.runIf(isLong)('somebody could write them: the compiler takes each', () => {
    const none = new Map(canaries.map(({ name }) => [name, []]));
    expect(complaintsAbout(canaries)).toEqual(none);
  });

  it('there is at least one for each law', () => {
    const laws = new Set(canaries.map(({ law }) => law));
    expect([...laws].sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
  });
});
