import { describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { everyCrash } from './crash-points.ts';
import type { Evidence } from './evidence.ts';
import { installCompanions, installStories } from './install-stories.ts';
import { lastJson } from './last-status.ts';
import { runScenario } from './run.ts';

describe('a controller that shows its disks 40 seconds after the agent has started', () => {
  it.each([
    ['install', 'Install'],
    ['erase', 'Erase'],
    ['inspect', 'Inspect'],
  ])('%s: is waited for', async (name, verb) => {
    const story = installStories.find((one) => one.name === name);
    const beside = installCompanions.find((one) => one.name === 'machine: slow-disks');
    if (!story || !beside) throw new Error(`no story ${name}`);
    const { broken, evidence } = await runScenario({
      ...story.scenario,
      acts: [beside.act, ...story.scenario.acts],
    });
    expect(broken).toEqual([]);
    expect(evidence.handed).toHaveLength(1);
    expect(doneVerbs(evidence)).toContain(verb);
    const inventory = lastJson(evidence, 'inventory/r01/ams1-01.json');
    expect(inventory).toMatchObject({ inside: { disks: [{ device: 'sda' }, { device: 'sdb' }] } });
  });
});

describe('an install that is ready by a port', () => {
  const run = async (ready: string) => {
    const story = installStories.find(({ name }) => name === ready);
    if (!story) throw new Error(`no story ${ready}`);
    const { broken, evidence } = await runScenario(story.scenario);
    expect(broken).toEqual([]);
    return { evidence, file: lastJson(evidence, 'machines/r01/ams1-01.json') };
  };

  it('is done by the first connection that its system takes, of which it is asked for few', async () => {
    const { evidence, file } = await run('installed, and ready when it takes a connection');
    expect(file).toMatchObject({ requests: { 'install-1': { state: 'done' } } });
    expect(JSON.stringify(file)).toContain('10.1.0.1 takes connections on port 22');
    expect(evidence.dialled.length).toBeLessThan(30);
  });

  it('has failed visibly where nobody listens', async () => {
    const { file } = await run('installed, and ready by a port on which nobody listens');
    expect(file).toMatchObject({
      requests: {
        'install-1': {
          state: 'failed',
          message: 'installed, but it was not seen to take a connection on port 2222 within 30 min',
        },
      },
    });
  });
});

describe('an ISO that firmware passes over', () => {
  it('goes out half an hour later, and nobody knows what came of it: the machine is on, and that shows nothing', async () => {
    const story = installStories.find(({ name }) => name === 'booted from an ISO, and taken out of use');
    const [asks] = story?.scenario.acts ?? [];
    if (!story || !asks) throw new Error('no such story');
    const rule = { fault: 'missed-boot', on: 'all', when: 'before', probability: 1 } as const;
    // Its agent is up by then.
    const missed = { at: asks.at + 20_000, kind: 'bmc', station: 0, rule, forMs: 120_000 } as const;
    const healAt = asks.at + 2_400_000;
    const { broken, evidence } = await runScenario({ ...story.scenario, healAt, acts: [asks, missed] });
    expect(broken).toEqual([]);
    expect(evidence.started).toEqual([]);
    expect(evidence.finally[0]?.media).toBe(0);
    const told = lastJson(evidence, 'machines/r01/ams1-01.json');
    expect(told).toMatchObject({ requests: { 'install-1': { state: 'unknown', steps: { EjectMedia: 'done' } } } });
  });
});

const doneVerbs = ({ events }: Evidence): readonly string[] =>
  events.flatMap(({ event }) => (event.kind === 'ended' && event.outcome.kind === 'done' ? [event.verb] : []));

describe.each(installStories.map((story, index) => ({ ...story, index })))('$name', ({ index, ...story }) => {
  it('ends well when nothing goes wrong', async () => {
    const { broken, evidence } = await runScenario(story.scenario);
    expect(broken).toEqual([]);
    expect(evidence.handed.length).toBeGreaterThan(0);
  });

  it(`ends as well when the process dies at ${isLong ? 'any call that leaves a trace' : 'some calls'}`, async () => {
    const result = await everyCrash(story, isLong ? {} : { stride: 97, first: (5 * index) % 59 });
    process.stdout.write(`    ${story.name}: ${result.points} crash points\n`);
    expect(result.broken).toEqual([]);
    expect(result.points).toBeGreaterThan(0);
  }, 7_200_000);

  it(`ends well when its host is lost at ${isLong ? 'any call that leaves a trace' : 'some calls'}, and another takes over`, async () => {
    const rare = { stride: 97, first: (7 * index) % 61 };
    const result = await everyCrash(story, { hosts: ['lost'], ...(isLong ? {} : rare) });
    process.stdout.write(`    ${story.name}: ${result.points} points at which the host is lost\n`);
    expect(result.broken).toEqual([]);
    expect(result.points).toBeGreaterThan(0);
  }, 7_200_000);

  it.runIf(isLong)(
    'ends as well when one more thing goes wrong beside the death, at some of them',
    async () => {
      const broken: string[] = [];
      let sum = 0;
      for (const [number, beside] of installCompanions.entries()) {
        const result = await everyCrash(story, { beside, stride: 7, first: number % 7 });
        broken.push(...result.broken);
        sum += result.points;
      }
      process.stdout.write(`    ${story.name}: ${sum} crash points with something beside\n`);
      expect(broken).toEqual([]);
    },
    7_200_000,
  );
});
