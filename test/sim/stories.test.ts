import { describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { everyCrash } from './crash-points.ts';
import { runScenario } from './run.ts';
import { companions, stories } from './stories.ts';

describe.each(stories)('$name', (story) => {
  it('ends well when nothing goes wrong', async () => {
    const { broken } = await runScenario(story.scenario);
    expect(broken).toEqual([]);
  });

  it(`ends as well when the process dies at ${isLong ? 'any call' : 'any call that leaves a trace'}`, async () => {
    const { points, broken } = await everyCrash(story, { atReads: isLong });
    process.stdout.write(`    ${story.name}: ${points} crash points\n`);
    expect(broken).toEqual([]);
    expect(points).toBeGreaterThan(10);
  }, 3_600_000);

  it(`and with one more thing going wrong beside it${isLong ? '' : ', at some of them'}`, async () => {
    let sum = 0;
    const broken: string[] = [];
    for (const [index, beside] of companions.entries()) {
      const result = await everyCrash(story, { beside, ...(isLong ? {} : { stride: 13, first: index % 13 }) });
      sum += result.points;
      broken.push(...result.broken);
    }
    process.stdout.write(`    ${story.name}: ${sum} crash points with something beside\n`);
    expect(broken).toEqual([]);
  }, 7_200_000);
});
