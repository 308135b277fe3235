import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { starterFleet } from '../../src/cli/starter-fleet.ts';
import { commitAll, git, makeFolder } from './git.ts';
import { runIn } from './stage.ts';

const now = '2026-11-22T09:00:00Z';
let folder: ReturnType<typeof makeFolder>;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.drop());

const run = (...args: readonly string[]) => runIn({ cwd: folder.path, now }, ...args);

describe('init', () => {
  it('writes a fleet repo that is valid, on the branch main, and whose plan is empty', async () => {
    const ran = await run('init', 'fleet', '-f', 'ams1');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('cd fleet');
    expect(await run('validate', 'fleet')).toMatchObject({ code: 0, out: '1 machine in 1 facility is valid\n' });
    const dir = join(folder.path, 'fleet');
    expect(git(dir, now, ['symbolic-ref', 'HEAD'])).toBe('refs/heads/main');
    commitAll(dir, now, 'The fleet');
    const plan = await run('plan', '--repo', 'fleet', '--exit-code');
    expect(plan).toMatchObject({ code: 0, err: '' });
    expect(plan.out).toContain('Nothing to start');
    expect((await run('validate', 'fleet', '--rev', 'main')).code).toBe(0);
  });

  it('takes an empty folder, and one that holds only a repository', async () => {
    git(folder.path, now, ['init', '--quiet', '--initial-branch=trunk']);
    expect((await run('init', '.')).code).toBe(0);
    expect(git(folder.path, now, ['symbolic-ref', 'HEAD'])).toBe('refs/heads/trunk');
  });

  it('refuses a folder that holds anything else, and leaves it as it is', async () => {
    writeFileSync(join(folder.path, 'notes.txt'), 'mine');
    const ran = await run('init', '.');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('is not empty: it holds notes.txt');
    expect(readdirSync(folder.path)).toEqual(['notes.txt']);
  });

  it('refuses a name that no facility can have, before it writes anything', async () => {
    expect((await run('init', 'x', '-f', 'AMS 1')).code).toBe(2);
    expect((await run('init', 'x', '-f', 'a'.repeat(60))).code).toBe(2);
    expect(existsSync(join(folder.path, 'x'))).toBe(false);
  });

  it('checks pull requests without putting anything from outside into a script', () => {
    const text = starterFleet('ams1', '1.2.3').get('.github/workflows/validate.yaml') ?? '';
    const workflow = parse(text);
    const steps: readonly { readonly run?: string }[] = workflow.jobs.validate.steps;
    const scripts = steps.flatMap((step) => (step.run === undefined ? [] : [step.run]));
    expect(scripts.join('\n')).toContain('nanometal validate -o github');
    expect(scripts.join('\n')).toContain('-o markdown');
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });
});
