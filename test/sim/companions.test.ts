import { describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { everyCrash } from './crash-points.ts';
import { companions, stories } from './stories.ts';

describe.each(stories.map((story, nth) => ({ ...story, nth })))('$name', ({ nth, ...story }) => {
  it(`ends as well when one more thing goes wrong beside the death${isLong ? '' : ', at some of them'}`, async () => {
    let sum = 0;
    const broken: string[] = [];
    for (const [index, beside] of companions.entries()) {
      // In the short form each of them beside a quarter of the stories.
      if (!isLong && (index + nth) % 4 > 0) continue;
      const result = await everyCrash(story, {
        beside,
        ...(isLong ? {} : { stride: Number.POSITIVE_INFINITY, first: 3 * index }),
      });
      sum += result.points;
      broken.push(...result.broken);
    }
    process.stdout.write(`    ${story.name}: ${sum} crash points with something beside\n`);
    expect(broken).toEqual([]);
  }, 7_200_000);
});
