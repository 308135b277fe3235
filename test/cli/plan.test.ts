import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitAll, git, writeFiles } from './git.ts';
import { days, makeSmallFleet, type SmallFleet } from './small-fleet.ts';
import { type Ran, runIn } from './stage.ts';

let fleet: SmallFleet;
beforeAll(async () => {
  fleet = await makeSmallFleet();
});
afterAll(() => fleet.drop());

const plan = (...args: readonly string[]): Promise<Ran> => runIn({ cwd: fleet.dir, now: days.now }, 'plan', ...args);

describe('plan', () => {
  it('shows what merging a branch would do, as text', async () => {
    const ran = await plan('--head', 'change');
    expect(ran).toMatchObject({ code: 0, err: '' });
    await expect(fleet.plain(ran.out)).toMatchFileSnapshot('golden/plan.txt');
  });

  it('shows only what the branch adds, for a pull request', async () => {
    const ran = await plan('-f', 'ams1', '--head', 'change', '--base', 'main', '-o', 'markdown');
    expect(ran).toMatchObject({ code: 0, err: '' });
    await expect(fleet.plain(ran.out)).toMatchFileSnapshot('golden/plan.markdown.txt');
  });

  it('shows the same to programs', async () => {
    const ran = await plan('--head', 'change', '--base', 'main', '-o', 'json');
    expect(ran.code).toBe(0);
    expect(() => JSON.parse(ran.out)).not.toThrow();
    await expect(fleet.plain(ran.out)).toMatchFileSnapshot('golden/plan.json.txt');
  });

  it('is the same however the revision is named, and through either Git adapter', async () => {
    const { change } = fleet.commits;
    const expected = JSON.parse((await plan('--head', change, '-o', 'json')).out);
    const others = [['change'], ['refs/heads/change'], [change.slice(0, 9)], ['change', '--git', 'native']];
    for (const [head = '', ...more] of others) {
      // An id that no usual branch holds cannot be found by its beginning.
      const ran = await plan('--head', head, '-o', 'json', ...more);
      if (head === change.slice(0, 9)) expect(ran.code).toBe(1);
      else expect(JSON.parse(ran.out)).toEqual(expected);
    }
    const back = await plan('--head', 'change~1', '-o', 'json');
    expect(JSON.parse(back.out).head).toBe(fleet.commits.asked);
    const short = await plan('--head', fleet.commits.first.slice(0, 9), '-o', 'json');
    expect(JSON.parse(short.out).head).toBe(fleet.commits.first);
  });

  it('exits 3 only when asked to, and only when there is something to do', async () => {
    expect((await plan('--head', 'change', '--exit-code')).code).toBe(3);
    expect((await plan('--head', 'main', '--exit-code')).code).toBe(0);
  });

  it('heeds the time that it is planned for', async () => {
    const late = await plan('--head', 'change', '--base', 'main', '--now', '2027-01-01T00:00:00Z', '-o', 'json');
    const { actions, now } = JSON.parse(late.out);
    expect(now).toBe('2027-01-01T00:00:00Z');
    expect(actions.map(({ request }: { request: string }) => request)).not.toContain('find-1');
  });

  it('warns when the head does not contain what it is compared with', async () => {
    const ran = await plan('--head', 'main~1', '--base', 'main');
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('main~1 does not contain');
  });

  it('names what is wrong with rejected manifests, and exits 4', async () => {
    git(fleet.dir, days.change, ['checkout', '--quiet', '-B', 'broken', 'main']);
    writeFiles(fleet.dir, {
      'facilities/ams1/facility.yaml':
        'apiVersion: nanometal/v1alpha1\nkind: Facility\nmetadata: { name: ams1 }\nspec: { rangs: {} }\n',
    });
    commitAll(fleet.dir, days.change, 'broken');
    git(fleet.dir, days.change, ['checkout', '--quiet', 'main']);
    const text = await plan('--head', 'broken');
    expect(text.code).toBe(4);
    expect(text.out).toContain('facilities/ams1/facility.yaml:4:9: `rangs` is no field');
    const json = await plan('--head', 'broken', '-o', 'json');
    expect(json.code).toBe(4);
    expect(JSON.parse(json.out).problems[0]).toMatchObject({ code: 'schema', line: 4 });
    expect((await plan('--head', 'broken', '-o', 'markdown')).out).toContain('| facilities/ams1/facility.yaml:4 |');
    const mended = await plan('--head', 'change', '--base', 'broken');
    expect(mended.code).toBe(0);
    expect(mended.err).toContain('the manifests at broken are rejected');
  });

  it.each([
    [['--head', 'nowhere'], 1, 'there is no branch, tag or commit nowhere'],
    [['--head', '../x'], 2, '"../x" is no revision'],
    [['--head', 'main~9'], 1, 'ends at'],
    [['--head', '1234567'], 1, '1234567 is no commit that can be read'],
    [['-f', 'AMS1'], 2, "argument 'AMS1' is invalid"],
    [['--now', 'yesterday'], 2, 'Expected a time such as'],
    [['-o', 'xml'], 2, 'Allowed choices are text, json, markdown'],
    [['--repo', '/nowhere/at/all'], 1, 'there is no Git repository at /nowhere/at/all'],
    [['--repo', 'https://me:secret@git.example.org/x'], 1, 'holds a user or password'],
  ])('refuses %j with exit code %i', async (args, code, words) => {
    const ran = await plan(...args);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(words);
    expect(ran.err).not.toContain('secret');
    expect(ran.out).toBe('');
  });

  it('names the facilities when there is more than one', async () => {
    git(fleet.dir, days.change, ['checkout', '--quiet', '-B', 'two', 'main']);
    writeFiles(fleet.dir, {
      'facilities/fra1/facility.yaml':
        'apiVersion: nanometal/v1alpha1\nkind: Facility\nmetadata: { name: fra1 }\nspec: { ranges: { bmc: [10.2.0.0/16] } }\n',
    });
    commitAll(fleet.dir, days.change, 'two');
    git(fleet.dir, days.change, ['checkout', '--quiet', 'main']);
    const ran = await plan('--head', 'two');
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('name one: -f ams1, -f fra1');
    expect((await plan('--head', 'two', '-f', 'fra1')).out).toContain('No status is committed yet');
    const unknown = await plan('--head', 'two', '-f', 'fra2');
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.err).toContain('no facility is called fra2 in the fleet repo\n  did you mean fra1?');
  });
});
