import jsonPatch from 'fast-json-patch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { git } from './git.ts';
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

  it('has for programs what changed in the status of the machine', async () => {
    const { entries } = JSON.parse((await log('ams1-r01-u02', '-o', 'json')).out);
    const files: unknown[] = [];
    let file: unknown = null;
    for (const { patch } of [...entries].reverse()) {
      for (const operation of patch) file = jsonPatch.applyOperation(file, operation).newDocument;
      files.push(structuredClone(file));
    }
    const shown = git(fleet.dir, days.now, ['show', 'status/ams1:machines/r01/ams1-r01-u02.json']);
    expect(files.at(-1)).toEqual(JSON.parse(shown));
    expect(files.length).toBeGreaterThan(1);
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
