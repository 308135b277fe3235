import { describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { everyCrash } from './crash-points.ts';
import { installCompanions, installStories } from './install-stories.ts';
import { runScenario } from './run.ts';

describe.each(installStories.map((story, index) => ({ ...story, index })))('$name', ({ index, ...story }) => {
  it('ends well when nothing goes wrong', async () => {
    const { broken, evidence } = await runScenario(story.scenario);
    expect(broken).toEqual([]);
    expect(evidence.handed.length).toBeGreaterThan(0);
  });

  it(`ends as well when the process dies at ${isLong ? 'any call that leaves a trace' : 'some calls'}`, async () => {
    const result = await everyCrash(story, isLong ? {} : { stride: 59, first: 5 * index });
    process.stdout.write(`    ${story.name}: ${result.points} crash points\n`);
    expect(result.broken).toEqual([]);
    expect(result.points).toBeGreaterThan(0);
  }, 7_200_000);

  it.runIf(isLong)(
    'ends as well when one more thing goes wrong beside the death, at some of them',
    async () => {
      const broken: string[] = [];
      for (const [number, beside] of installCompanions.entries()) {
        const result = await everyCrash(story, { beside, stride: 7, first: number % 7 });
        broken.push(...result.broken);
      }
      expect(broken).toEqual([]);
    },
    7_200_000,
  );
});
