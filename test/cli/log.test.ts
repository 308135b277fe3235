import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { days, makeSmallFleet, type SmallFleet } from './small-fleet.ts';
import { type Ran, runIn } from './stage.ts';

let fleet: SmallFleet;
beforeAll(async () => {
  fleet = await makeSmallFleet();
});
afterAll(() => fleet.drop());

const log = (...args: readonly string[]): Promise<Ran> => runIn({ cwd: fleet.dir, now: days.now }, 'log', ...args);

describe('log', () => {
  it('tells what happened to a machine, newest first', async () => {
    const ran = await log('ams1-r01-u02');
    expect(ran).toMatchObject({ code: 0, err: '' });
    await expect(fleet.plain(ran.out)).toMatchFileSnapshot('golden/log.txt');
  });

  it('passes over commits that are about others', async () => {
    const ran = await log('ams1-r01-u01', '-o', 'json');
    const { entries } = JSON.parse(ran.out);
    expect(entries.map(({ status }: { status: string }) => status)).toEqual([fleet.commits.seen]);
  });

  it('tells of the facility as a whole', async () => {
    const ran = await log('ams1', '-n', '1');
    expect(fleet.plain(ran.out)).toBe(
      '2026-11-21T09:01:00Z  intent       <meant>.....  fleet <asked>.....\n    ams1: reboot ams1-r01-u02\n    accepted <asked>.....\n',
    );
  });

  it.each([
    [['nobody'], 1, 'no machine or facility is called nobody'],
    [['nobody', '-f', 'ams1'], 1, 'has never told of nobody'],
    [['ams1', '-n', '0'], 2, 'Expected a whole number'],
  ])('answers %j with exit code %i', async (args, code, words) => {
    const ran = await log(...args);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(words);
  });
});
