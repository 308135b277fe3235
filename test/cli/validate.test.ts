import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitAll, git, makeFolder, writeFiles } from './git.ts';
import { runIn } from './stage.ts';

const now = '2026-11-22T09:00:00Z';
let folder: ReturnType<typeof makeFolder>;
beforeEach(async () => {
  folder = makeFolder();
  expect((await run('init', '.', '-f', 'ams1')).code).toBe(0);
});
afterEach(() => folder.drop());

const run = (...args: readonly string[]) => runIn({ cwd: folder.path, now }, ...args);
const machines = 'facilities/ams1/machines/r01';
const facility = (name: string): string =>
  `apiVersion: nanometal/v1alpha1\nkind: Facility\nmetadata: { name: ${name} }\nspec: { ranges: { bmc: [192.0.2.0/24] } }\n`;
const machine = (name: string, more = ''): string =>
  `apiVersion: nanometal/v1alpha1\nkind: Machine\nmetadata: { name: ${name} }\nspec:\n  class: general\n  location: { rack: r01 }\n  management: observe\n  bmc: { driver: redfish, address: https://192.0.2.99, credentials: bmc }\n${more}`;

const codesOf = async (...args: readonly string[]): Promise<readonly (readonly [string, string])[]> => {
  const { problems } = JSON.parse((await run('validate', ...args, '-o', 'json')).out);
  return problems.map(({ file, code }: { file: string; code: string }) => [file, code]);
};

describe('validate', () => {
  it('names every problem with place and remedy, sorted by file, and exits 4', async () => {
    writeFiles(folder.path, {
      [`${machines}/u2.yaml`]: machine('u2', '  powr: On\n'),
      [`${machines}/u3.yaml`]: 'kind: [',
      'classes/general.yaml':
        'apiVersion: nanometal/v1alpha1\nkind: MachineClass\nmetadata: { name: other }\nspec: {}\n',
    });
    const ran = await run('validate');
    expect(ran).toMatchObject({ code: 4, err: '' });
    expect(ran.out).toContain(`${machines}/u2.yaml:9:3: \`powr\` is no field`);
    expect(ran.out).toContain('did you mean `power`?');
    expect(ran.out).toMatch(/\n\n3 problems\.\n$/);
    const files = (await codesOf()).map(([file]) => file);
    expect(files).toEqual([...files].sort());
  });

  it('annotates a pull request', async () => {
    writeFiles(folder.path, { [`${machines}/u2.yaml`]: machine('u2', '  powr: On\n') });
    const ran = await run('validate', '-o', 'github');
    expect(ran.code).toBe(4);
    expect(ran.out).toMatch(/^::error file=facilities\/ams1\/machines\/r01\/u2\.yaml,line=9,col=3,title=schema::/);
  });

  it('sees what Git would take otherwise than as a file', async () => {
    symlinkSync('ams1-r01-u01.yaml', join(folder.path, machines, 'link.yaml'));
    symlinkSync('classes', join(folder.path, 'images'));
    writeFiles(folder.path, { [`${machines}/u2.yaml`]: machine('u2') });
    chmodSync(join(folder.path, machines, 'u2.yaml'), 0o755);
    writeFiles(folder.path, {
      'facilities/ams1/machines/r02/.git': 'gitdir: elsewhere\n',
      'facilities/ams1/machines/r02/u.yaml': 'x',
    });
    expect(await codesOf()).toEqual([
      [`${machines}/link.yaml`, 'file-mode'],
      [`${machines}/u2.yaml`, 'file-mode'],
      ['facilities/ams1/machines/r02', 'file-mode'],
      ['images', 'file-mode'],
    ]);
  });

  it('refuses a file that is too large without reading it', async () => {
    writeFileSync(join(folder.path, machines, 'u2.yaml'), Buffer.alloc(300 * 1024, '#'));
    expect(await codesOf()).toEqual([[`${machines}/u2.yaml`, 'file-too-large']]);
  });

  it('finds what must be unique in the whole fleet, and each problem of a shared file once', async () => {
    const serial = '  identity: { serial: SN1 }\n';
    writeFiles(folder.path, {
      'facilities/fra1/facility.yaml': facility('fra1'),
      'facilities/fra1/machines/r01/a.yaml': machine('a', serial),
      [`${machines}/b.yaml`]: machine('b', serial),
      'facilities/fra1/machines/r01/ams1-r01-u01.yaml': machine('ams1-r01-u01'),
    });
    const found = (await codesOf()).map(([, code]) => code);
    expect(found.filter((code) => code === 'identity-duplicate')).toHaveLength(2);
    expect(found.filter((code) => code === 'name-duplicate')).toHaveLength(2);
    writeFiles(folder.path, { 'classes/general.yaml': 'kind: [' });
    const shared = (await codesOf()).filter(([file]) => file === 'classes/general.yaml');
    expect(shared).toHaveLength(1);
  });

  it('sees a facility whose folder has an impossible name', async () => {
    writeFiles(folder.path, { 'facilities/Fra 1/facility.yaml': facility('fra1') });
    expect(await codesOf()).toEqual([['facilities/Fra 1', 'file-name']]);
  });

  it('checks a revision as it was committed, whatever lies in the folder', async () => {
    commitAll(folder.path, now, 'good');
    writeFiles(folder.path, { 'fleet.yaml': 'broken: [' });
    expect((await run('validate', '--rev', 'HEAD')).code).toBe(0);
    expect((await run('validate')).code).toBe(4);
    commitAll(folder.path, now, 'bad');
    expect(await codesOf('--rev', 'main')).toEqual(await codesOf());
    expect((await run('validate', '--rev', 'HEAD~1')).out).toBe('1 machine in 1 facility is valid\n');
    const deeper = join(folder.path, 'facilities');
    expect((await runIn({ cwd: deeper, now }, 'validate', '--rev', 'HEAD~1')).code).toBe(0);
  });

  it('reads a linked work tree', async () => {
    commitAll(folder.path, now, 'good');
    const linked = join(folder.path, '..', `${folder.path.split('/').at(-1)}-linked`);
    git(folder.path, now, ['worktree', 'add', '--quiet', '-b', 'other', linked]);
    try {
      expect((await runIn({ cwd: linked, now }, 'validate', '--rev', 'HEAD')).code).toBe(0);
      expect((await runIn({ cwd: linked, now }, 'plan')).out).toContain('Plan for ams1');
    } finally {
      git(folder.path, now, ['worktree', 'remove', '--force', linked]);
    }
  });

  it('says so where there is no fleet', async () => {
    mkdirSync(join(folder.path, 'empty'));
    expect(await run('validate', 'empty')).toMatchObject({ code: 4 });
    expect(await run('validate', 'nowhere')).toMatchObject({ code: 1, out: '' });
    expect((await run('validate', '--rev', 'nothing')).code).toBe(1);
  });
});
