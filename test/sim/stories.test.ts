import { describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { everyCrash } from './crash-points.ts';
import { runScenario } from './run.ts';
import { stories } from './stories.ts';

describe.each(stories)('$name', (story) => {
  it('ends well when nothing goes wrong', async () => {
    const { broken } = await runScenario(story.scenario);
    expect(broken).toEqual([]);
  });

  it(`ends as well when the process dies at ${isLong ? 'any call' : 'every third call that leaves a trace'}`, async () => {
    const { points, broken } = await everyCrash(story, isLong ? { atReads: true } : { stride: 3 });
    process.stdout.write(`    ${story.name}: ${points} crash points\n`);
    expect(broken).toEqual([]);
    expect(points).toBeGreaterThan(10);
  }, 3_600_000);
});
