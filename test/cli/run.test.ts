import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIn } from './stage.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-'));
  writeFileSync(join(folder, 'file'), 'not a folder, and not PEM\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]) =>
  runIn({ cwd: folder, now: '2026-11-22T09:00:00Z' }, 'run', '-f', 'ams1', '--state', join(folder, 'state'), ...args);

describe('run', () => {
  it.each([
    [['--repo', 'a', '--poll', 'soon'], 'Expected a duration such as'],
    [['--repo', 'a', '--listen', '99999'], 'Expected [host:]port'],
    [['--repo', 'a', '-f', 'Ams1'], 'Expected 1 to 63 lower-case letters'],
    [[], "required option '--repo <url|path>' not specified"],
    [['--repo', 'ftp://git.example.org/fleet'], '--repo: a repository cannot be reached by ftp://'],
  ])('exits 2 on %j', async (args, words) => {
    const ran = await run(...args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(words);
  });

  it.each(['https://ada:hunter2@git.example.org/fleet.git', 'https://hunter2@git.example.org/fleet.git'])(
    'repeats nothing of an address that may hold a password: %s',
    async (address) => {
      for (const options of [
        ['--repo', address],
        ['--repo', '.', '--status-repo', address],
      ]) {
        const ran = await run(...options);
        expect(ran.code).toBe(2);
        expect(ran.err).toContain('put them in a file and name it with --git-token-file');
        expect(ran.out + ran.err).not.toContain('hunter2');
      }
    },
  );

  it.each([
    ['--secrets', 'no', 'there is no such folder'],
    ['--secrets', 'file', 'this is no folder'],
    ['--age-key', 'no', 'there is no such file'],
    ['--git-token-file', '.', 'this is a folder'],
    ['--ssh-key', 'file/no', 'there is no such file'],
    ['--known-hosts', 'no', 'there is no such file'],
    ['--ca-file', 'no', 'there is no such file'],
  ])('says at once that %s %s cannot be used, and begins nothing', async (option, path, words) => {
    const ran = await run('--repo', '.', option, path);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain(`nanometal run: ${option} ${path}: ${words}\n  `);
    expect(readdirSync(folder)).not.toContain('state');
  });

  it('takes a folder of credentials and a key together, and looks at both', async () => {
    const both = await run('--repo', '.', '--secrets', '.', '--age-key', 'no');
    expect(both).toMatchObject({ code: 1, out: '' });
    expect(both.err).toContain('nanometal run: --age-key no: there is no such file\n');
    const further = await run('--repo', join(folder, 'no.git'), '--secrets', '.', '--age-key', 'file');
    expect(further.err).toContain('there is no Git repository at');
  });

  it('says that a state folder is a file', async () => {
    const ran = await run('--repo', '.', '--state', join(folder, 'file'));
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/file: there is a file of that name, and a folder is needed \(EEXIST\)\n {2}name another/);
  });

  it('does not take the state folder of another facility', async () => {
    const state = join(folder, 'other');
    mkdirSync(state, { mode: 0o700 });
    writeFileSync(join(state, 'facility'), 'fra1\n');
    const ran = await run('--repo', '.', '--state', state);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('is the state folder of fra1');
  });

  it('says that there is no repository, and lets go of the state folder', async () => {
    for (let time = 0; time < 2; time += 1) {
      const ran = await run('--repo', join(folder, 'no.git'));
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect(ran.err).toContain('there is no Git repository at');
      expect(ran.err).toContain('name the repository with --repo: a path or a URL');
    }
  });
});
