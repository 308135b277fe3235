import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runIn } from './stage.ts';

const run = (...args: readonly string[]) => runIn({ cwd: '/', now: '2026-11-22T09:00:00Z' }, ...args);

describe('the program', () => {
  it('teaches', async () => {
    const ran = await run('--help');
    expect(ran).toMatchObject({ code: 0, err: '' });
    await expect(ran.out).toMatchFileSnapshot('golden/help.txt');
  });

  it('tells its version', async () => {
    const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    const ran = await run('--version');
    expect(ran.code).toBe(0);
    expect(manifest).toMatchObject({ version: ran.out.trim() });
  });

  it.each(commands.map(({ name }) => name))('has help for %s, by either way of asking, in 80 columns', async (name) => {
    const ran = await run(name, '--help');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain(`Usage: nanometal ${name}`);
    expect(await run('help', name)).toEqual(ran);
  });

  it.each(commands.map(({ name }) => name))('shows an example of %s', async (name) => {
    const { out } = await run(name, '--help');
    expect(out).toContain(`  $ nanometal ${name}`);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it.each([
    [['plna'], '(Did you mean plan?)'],
    [['plan', '--haed', 'x'], '(Did you mean --head?)'],
    [['plan', 'x'], 'too many arguments'],
    [['init'], "missing required argument 'dir'"],
    [['status', '--lease-term', '5 minutes'], 'Expected a duration such as'],
    [['hold', 'all', '--for', 'ever'], 'Expected a duration such as'],
    [['help', 'plna'], '(Did you mean plan?)'],
    [['plan', '-o', 'xml'], 'See nanometal plan --help.'],
    [['--bogus'], "unknown option '--bogus'"],
    [[], 'Usage: nanometal'],
  ])('exits 2 on %j and says what is wrong', async (args, words) => {
    const ran = await run(...args);
    expect(ran.code).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toContain(words);
  });
});
