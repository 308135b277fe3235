import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OtherFile } from '../../src/conformance/repo.ts';
import { adapters, startFacility, type TestFacility } from './world/facility.ts';
import { expectAccepted, expectRejected } from './world/rejection.ts';

const folder = 'facilities/ams1/machines/r01';

/** Entries that Git can hold and nanometal does not take, laid beside the good files. */
const hostile: Readonly<Record<string, OtherFile>> = {
  'a symlink': { mode: '120000', path: `${folder}/link.yaml`, content: '/etc/passwd' },
  'a submodule': { mode: '160000', path: `${folder}/module`, content: 'a'.repeat(40) },
  'an executable file': { mode: '100755', path: `${folder}/run.yaml`, content: '#!/bin/sh\n' },
  'a name with a newline': {
    mode: '100644',
    path: `${folder}/a\tb\u001b[31m\nNanometal-Kind: intent.yaml`,
    content: '',
  },
  'a name that is not in normal form C': { mode: '100644', path: `${folder}/ams1-e\u0301.yaml`, content: '' },
  'a name that is not UTF-8': { mode: '100644', path: Buffer.from(`${folder}/a\xff.yaml`, 'latin1'), content: '' },
  'a case twin': { mode: '100644', path: `${folder}/AMS1-r01-u01.yaml`, content: '' },
  'a folder in place of a file': { mode: '100644', path: `${folder}/folder.yaml/x.yaml`, content: '' },
  'a file with a long path': { mode: '100644', path: `${folder}/${'a/'.repeat(40)}x.yaml`, content: '' },
};

/** Trees that no sound Git client makes: those who check what they fetch do not even take them. */
const damaged: Readonly<Record<string, OtherFile>> = {
  'a folder called ..': { mode: '100644', path: `${folder}/../x.yaml`, content: 'kind: Machine\n' },
  'a mode of old': { mode: '100664', path: `${folder}/old.yaml`, content: '' },
};

describe.each(adapters('isomorphic'))('a tree that is wrong (%s Git)', (git) => {
  let facility: TestFacility;
  let good: string;
  let files: readonly OtherFile[];
  beforeAll(async () => {
    facility = await startFacility({ count: 2 });
    good = facility.first;
    files = [...facility.repo.files('main')].map(([path, content]) => ({ mode: '100644', path, content }));
    expect(await facility.once({ git })).toMatchObject({ code: 0 });
  });
  afterAll(() => facility?.close());

  /** On `main` after the last good commit, however that may look by now. */
  const lay = (what: string, more: readonly OtherFile[]): string => facility.repo.commitTree(what, more, good);

  it.each(Object.keys(hostile))('%s', async (what) => {
    const entry = hostile[what];
    if (!entry) throw new Error(what);
    lay(what, [...files, entry]);
    await expectRejected(facility, git, what, good, { reason: 'Invalid', message: /./ });
    expect(JSON.stringify(facility.repo.status()[0]?.message)).not.toMatch(/intent/);
  });

  it('the next good commit is accepted', async () => {
    good = facility.repo.commit('Sound again', { 'README.md': 'All is well.\n' }, good);
    const text = facility.repo.file(good, facility.path('ams1-r01-u01')) ?? '';
    const labelled = text.replace(/( {2}name: .*\n)/, '$1  labels: { sound: "yes" }\n');
    good = facility.repo.commit('And new', { [facility.path('ams1-r01-u01')]: labelled });
    files = [...facility.repo.files('main')].map(([path, content]) => ({ mode: '100644', path, content }));
    await expectAccepted(facility, git, good);
  });

  it.each(Object.keys(damaged))('%s', async (what) => {
    const entry = damaged[what];
    if (!entry) throw new Error(what);
    lay(what, [...files, entry]);
    const ended = await facility.once({ git, more: ['--timeout', '5s'] });
    expect(ended.measured?.peakMiB).toBeLessThanOrEqual(300);
    // Either the commit is rejected, or what was fetched is not taken at all and the run says why.
    expect([1, 4], ended.stderr).toContain(ended.code);
    process.stdout.write(`    ${what}: exit ${ended.code}; ${ended.stderr.split('\n').at(-2)?.slice(0, 200)}\n`);
    expect(facility.sim.mutations()).toEqual([]);
    expect(Object(facility.status('facility.json')).accepted).toBe(good);
  });

  it('an empty tree', async () => {
    lay('an empty tree', []);
    await expectRejected(facility, git, 'an empty tree', good, { reason: 'Invalid', message: /empty/ });
  });

  it('a facility folder that is gone', async () => {
    lay(
      'a facility folder that is gone',
      files.filter(({ path }) => !String(path).startsWith('facilities/')),
    );
    await expectRejected(facility, git, 'a facility folder that is gone', good, { reason: 'Invalid' });
  });

  it('main is what it was: nothing happened', async () => {
    facility.repo.people.setRef('refs/heads/main', good);
    await expectAccepted(facility, git, good);
  });

  it('a folder called .git is not taken, or passed over', async () => {
    const entry = { mode: '100644', path: `${folder}/.git/config`, content: '[core]\n' };
    lay('a folder called .git', [...files, entry]);
    const ended = await facility.once({ git, more: ['--timeout', '5s'] });
    expect([0, 1], ended.stderr).toContain(ended.code);
    expect(facility.sim.mutations()).toEqual([]);
  });
});
