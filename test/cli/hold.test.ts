import { chownSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDisk } from '../../src/adapters/disk.ts';
import { type OperatorNotes, readNotes } from '../../src/reconciler/operator.ts';
import { commitAll, git, makeFolder, writeFiles } from './git.ts';
import { type Ran, runIn } from './stage.ts';

const now = '2026-11-22T09:00:00Z';
let folder: ReturnType<typeof makeFolder>;
let state: string;
beforeEach(() => {
  folder = makeFolder();
  state = join(folder.path, 'state');
  mkdirSync(state, { mode: 0o700 });
});
afterEach(() => folder.drop());

const run = (...args: readonly string[]): Promise<Ran> => runIn({ cwd: folder.path, now }, ...args, '--state', state);

/** As the reconciler reads them. */
async function notes(): Promise<OperatorNotes> {
  const disk = await openDisk(state);
  const read = await readNotes(disk);
  await disk.close();
  return read;
}

describe('hold', () => {
  it('writes what the reconciler heeds, for a time and with a reason', async () => {
    const ran = await run('hold', 'rack/r03', '--for', '4h', '--reason', 'CHG-1182');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('rack/r03 is held until 2026-11-22T13:00:00Z');
    expect((await notes()).holds).toEqual([
      { what: 'rack/r03', reason: 'CHG-1182', until: Date.parse('2026-11-22T13:00:00Z') },
    ]);
    expect(statSync(join(state, 'operator.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(state)).toEqual(['operator.json']);
  });

  it('replaces a hold of the same, keeps the others, lists them and takes one back', async () => {
    await run('hold', 'all', '--for', '1h', '--reason', 'one');
    await run('hold', 'ams1-r01-u01', '--for', '2h', '--reason', 'two');
    await run('hold', 'all', '--for', '3h', '--reason', 'three');
    expect((await run('hold')).out).toBe(
      'HELD          UNTIL                 WHY\nams1-r01-u01  2026-11-22T11:00:00Z  two\nall           2026-11-22T12:00:00Z  three\n',
    );
    expect((await run('hold', 'all', '--release')).code).toBe(0);
    expect(JSON.parse((await run('hold', '-o', 'json')).out).holds).toEqual([
      { what: 'ams1-r01-u01', reason: 'two', until: '2026-11-22T11:00:00Z' },
    ]);
    const again = await run('hold', 'all', '--release');
    expect(again.code).toBe(1);
    expect(again.err).toContain('held are: ams1-r01-u01');
  });

  it('takes a name that nobody has, and says so with the one that is near', async () => {
    const clone = join(state, 'fleet', 'git', '0123456789abcdef.git');
    const people = join(folder.path, 'people');
    writeFiles(people, {
      'machines/r01/ams1-r01-u01.json': '{}',
      'machines/r01/ams1-r01-u02.json': '{}',
      'machines/r02/ams1-r02-u01.json': '{}',
    });
    git(people, now, ['init', '--quiet', '--initial-branch=status/ams1']);
    commitAll(people, now, 'status');
    git(people, now, ['init', '--quiet', '--bare', clone]);
    git(people, now, ['push', '--quiet', clone, 'status/ams1:refs/nanometal/remote/heads%2Fstatus%2Fams1']);
    writeFileSync(join(state, 'facility'), 'ams1\n');
    const hold = (what: string): Promise<Ran> => run('hold', what, '--for', '1h', '--reason', 'x');
    for (const what of ['all', 'ams1-r01-u02', 'rack/r02'])
      expect(await hold(what)).toMatchObject({ code: 0, err: '' });
    for (const [what, near] of [
      ['ams1-r1-u02', 'ams1-r01-u02'],
      ['rack/r2', 'rack/r02'],
    ] as const) {
      const { code, out, err } = await hold(what);
      expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining(`${what} is held until`) });
      expect(err).toBe(
        `the reconciler of ams1 knows no ${what}, so that this holds nothing yet: did you mean ${near}?\n`,
      );
    }
    expect((await hold('printer')).err).toMatch(/knows no printer, so that this holds nothing yet\n$/);
    expect((await notes()).holds).toHaveLength(6);

    // The button works whatever the clone is like.
    rmSync(join(clone, 'objects'), { recursive: true });
    expect(await hold('rack/r3')).toMatchObject({ code: 0, err: '' });
  });

  it('forgets what is over', async () => {
    await run('hold', 'all', '--for', '1h', '--reason', 'one');
    const later = await runIn({ cwd: folder.path, now: '2026-11-22T10:00:00Z' }, 'hold', '--state', state);
    expect(later.out).toContain('nothing is held');
  });

  it('refuses a folder that no reconciler has, since such a hold would hold nothing', async () => {
    const ran = await runIn(
      { cwd: folder.path, now },
      'hold',
      'all',
      '--for',
      '1h',
      '--reason',
      'x',
      '--state',
      'nowhere',
    );
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('no reconciler has run with it on this host');
    expect(existsSync(join(folder.path, 'nowhere'))).toBe(false);
  });

  it.each([
    [['all', '--reason', 'x'], '--for is missing'],
    [['all', '--for', '1h'], '--reason is missing'],
    [['all', '--for', '1h', '--reason', ' '], '--reason is missing'],
    [['all', '--for', '0s', '--reason', 'x'], '--for is missing'],
    [['all', '--for', '91d', '--reason', 'x'], 'at most 90 days'],
    [['rack/', '--for', '1h', '--reason', 'x'], 'cannot be held'],
    [['R03', '--for', '1h', '--reason', 'x'], 'cannot be held'],
    [['all', '--release', '--for', '1h'], '--release goes with neither'],
    [['--for', '1h'], 'WHAT is missing'],
  ])('refuses %j as wrong usage', async (args, words) => {
    const ran = await run('hold', ...args);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(words);
    expect(existsSync(join(state, 'operator.json'))).toBe(false);
  });

  it('says what this host refuses', async () => {
    mkdirSync(join(state, 'operator.json'));
    const ran = await run('hold', 'all', '--for', '1h', '--reason', 'x');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('EISDIR');
  });

  it('gives the note to whoever owns the folder', async () => {
    if (process.getuid?.() !== 0) return expect(statSync(state).uid).toBe(process.getuid?.());
    chownSync(state, 12_345, 12_345);
    await run('hold', 'all', '--for', '1h', '--reason', 'x');
    expect(statSync(join(state, 'operator.json'))).toMatchObject({ uid: 12_345, gid: 12_345 });
  });
});

describe('accept', () => {
  const id = '3f2a1c9d0e1276f5a4b3c2d1e0f9a8b7c6d5e4f3';

  it('notes the commit, why and when, and keeps the holds', async () => {
    await run('hold', 'all', '--for', '1h', '--reason', 'one');
    const ran = await run('accept', id, '--because', 'CHG-1190');
    expect(ran).toMatchObject({ code: 0, err: '' });
    const { accept, holds } = await notes();
    expect(accept).toEqual({ commit: id, because: 'CHG-1190', at: Date.parse(now) });
    expect(holds).toHaveLength(1);
  });

  it('finds a shortened id or a branch in the fleet repo', async () => {
    const dir = join(folder.path, 'fleet');
    writeFiles(dir, { 'fleet.yaml': 'x\n' });
    git(dir, now, ['init', '--quiet', '--initial-branch=main']);
    const head = commitAll(dir, now, 'one');
    for (const rev of [head.slice(0, 12), 'main']) {
      writeFileSync(join(state, 'operator.json'), '{"holds":[]}');
      expect((await run('accept', rev, '--because', 'x', '--repo', dir)).code).toBe(0);
      expect((await notes()).accept?.commit).toBe(head);
    }
  });

  it.each([
    [[id], 2, '--because is missing'],
    [['abc1234', '--because', 'x'], 1, 'give all 40 digits'],
    [['--because', 'x'], 2, "missing required argument 'rev'"],
  ])('refuses %j with exit code %i', async (args, code, words) => {
    const ran = await run('accept', ...args);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(words);
  });
});
