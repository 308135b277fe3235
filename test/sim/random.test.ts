import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { runScenario } from './run.ts';
import { drawScenario, type Scenario } from './scenario.ts';

const folder = new URL('./regressions/', import.meta.url);
const isScenario = (value: unknown): value is Scenario =>
  typeof value === 'object' && value !== null && 'acts' in value;

describe('what went wrong once', () => {
  it.each(readdirSync(folder).sort())('%s', async (name) => {
    const scenario: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    if (!isScenario(scenario)) throw new Error(`${name} holds no scenario`);
    expect((await runScenario(scenario)).broken).toEqual([]);
  });
});

describe('random worlds', () => {
  const seeds = isLong ? 2_000 : 24;
  it(`${seeds} of them: the laws hold, and each is the same when it is replayed`, async () => {
    const broken: string[] = [];
    for (let seed = 1; seed <= seeds; seed++) {
      const scenario = drawScenario(seed);
      const verdict = await runScenario(scenario);
      for (const { law, why } of verdict.broken) broken.push(`seed ${seed}: law ${law}: ${why}`);
      if (seed <= 10) expect((await runScenario(scenario)).digest, `seed ${seed}`).toBe(verdict.digest);
    }
    expect(broken).toEqual([]);
  }, 3_600_000);
});
