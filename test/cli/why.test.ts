import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdRemedies } from '../../src/cli/remedies.ts';
import { holdReasons } from '../../src/model/plan.ts';
import { writeLease } from './lease.ts';
import { days, makeSmallFleet, type SmallFleet } from './small-fleet.ts';
import { type Ran, runIn } from './stage.ts';

let fleet: SmallFleet;
beforeAll(async () => {
  fleet = await makeSmallFleet();
});
afterAll(() => fleet.drop());

const why = (...args: readonly string[]): Promise<Ran> => runIn({ cwd: fleet.dir, now: days.now }, 'why', ...args);

describe('why', () => {
  it('tells what is under way and waited for, and that a request was assumed', async () => {
    writeLease(fleet.dir, '2026-11-22T08:59:00Z');
    const ran = await why('ams1-r01-u02');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/ask\s+again with a new id/);
    await expect(fleet.plain(ran.out)).toMatchFileSnapshot('golden/why-under-way.txt');
  });

  it('tells why something is held, and the remedy', async () => {
    writeLease(fleet.dir, '2026-11-22T08:59:00Z');
    const ran = await why('ams1-r01-u03', '-f', 'ams1');
    await expect(fleet.plain(ran.out)).toMatchFileSnapshot('golden/why-held.txt');
  });

  it('tells what is not so of a machine that is away', async () => {
    const ran = await why('ams1-r01-u04');
    expect(ran.out).toContain('no answer in 10 s');
    expect(ran.out).toContain('Nothing was ever done to it');
  });

  it('tells the same to programs', async () => {
    const ran = await why('ams1-r01-u02', '-o', 'json');
    await expect(fleet.plain(ran.out)).toMatchFileSnapshot('golden/why.json.txt');
  });

  it('says that nobody tends the facility, since then nothing goes on', async () => {
    writeLease(fleet.dir, '2026-11-22T08:00:00Z');
    const ran = await why('ams1-r01-u02');
    expect(ran.out).toContain('Stale: host-1');
    expect(ran.out).toContain('a reconciler: none is tending this facility');
  });

  it.each([
    [['ams1-r01-u05'], 1, 'did you mean ams1-r01-u01?'],
    [['ams1-r01-u05', '-f', 'ams1'], 1, 'did you mean ams1-r01-u01?'],
    [['ams1'], 2, 'nanometal status -f ams1'],
    [['ams1-r01-u01', '-f', 'fra1'], 1, 'there is no branch status/fra1'],
    [['Ams1/../x'], 2, 'is no name of a machine'],
    [[], 2, "missing required argument 'name'"],
  ])('answers %j with exit code %i', async (args, code, words) => {
    const ran = await why(...args);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(words);
  });

  it('has a remedy for every hold there is', () => {
    expect(Object.keys(holdRemedies).sort()).toEqual([...holdReasons].sort());
  });
});
