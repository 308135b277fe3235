import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badFileCases } from '../manifest/bad-files.ts';
import { startFacility, type TestFacility } from './world/facility.ts';
import type { Changes } from './world/fleet-repo.ts';
import { received } from './world/laws.ts';
import { expectAccepted, expectRejected } from './world/rejection.ts';
import { reboot } from './world/the-change.ts';

let facility: TestFacility;
let good: string;
let turn = 0;

beforeAll(async () => {
  facility = await startFacility({ count: 2 });
  good = facility.first;
  const first = await facility.once({ git: 'native' });
  expect(first, first.stderr).toMatchObject({ code: 0 });
});
afterAll(() => facility?.close());

/**
 * The bad files on `main`, then one run that rejects them; then a good commit, which the next run takes although the next
 * bad one lies on top of it by then. Both adapters in turn: what they read must not differ.
 */
async function rejectAndMend(
  what: string,
  bad: Changes,
  complaint: Parameters<typeof expectRejected>[4],
): Promise<void> {
  facility.repo.commit(what, bad);
  await expectRejected(facility, turn % 2 === 0 ? 'native' : 'isomorphic', what, good, complaint);
  good = mend(bad);
}

/** The bad files as they were before, and something harmless that is new. */
function mend(bad: Changes): string {
  turn += 1;
  const restored = Object.fromEntries(Object.keys(bad).map((path) => [path, facility.repo.file(good, path)]));
  const path = facility.path('ams1-r01-u02');
  const labels = `  labels: { turn: "${turn}" }\n`;
  const text = (facility.repo.file(good, path) ?? '').replace(/ {2}labels: .*\n/, '');
  return facility.repo.commit('Mend it', { ...restored, [path]: text.replace(/( {2}name: .*\n)/, `$1${labels}`) });
}

const fixture = (name: string): readonly [string, string | Uint8Array] => {
  const found = badFileCases.find(([called]) => called === name);
  if (!found) throw new Error(`there is no bad file called ${name}`);
  return [found[1], found[2]];
};

describe('a manifest that is wrong rejects its commit, and the last accepted one stays in force', () => {
  it.each([
    ['alias bomb'],
    ['50,000 keys'],
    ['deep flow lists'],
    ['key given twice'],
    ['merge key'],
    ['tag'],
    ['own tag'],
    ['100 KiB in one value'],
    ['a key that is __proto__'],
    ['__proto__ without quotes'],
    ['NUL'],
    ['two documents'],
  ])('%s', async (name) => {
    const [path, content] = fixture(name);
    await rejectAndMend(name, { [path]: content }, { reason: 'Invalid', file: path, line: true });
  });

  it.each([['10 MB in one value'], ['Git LFS pointer']])('%s', async (name) => {
    const [path, content] = fixture(name);
    await rejectAndMend(name, { [path]: content }, { reason: 'Invalid', file: path });
  });

  const renamed = (to: string): Changes => {
    const path = facility.path('ams1-r01-u01');
    const text = facility.repo.file('main', path) ?? '';
    return { [path]: text.replace('name: ams1-r01-u01', `name: ${to}`) };
  };
  it.each([
    ['name with ../', '"../../ams1-r01-u02"'],
    ['name with NUL', '"ams1\\0"'],
    ['name with a newline', '"ams1\\nNanometal-Kind: intent"'],
    ['name that is not in normal form C', '"ams1-e\\u0301"'],
    ['name that is a case twin', 'AMS1-R01-U02'],
  ])('%s', async (what, name) => {
    const bad = renamed(name);
    await rejectAndMend(what, bad, { reason: 'Invalid', file: facility.path('ams1-r01-u01'), line: true });
  });

  const changed = (from: RegExp, to: string): Changes => {
    const path = facility.path('ams1-r01-u01');
    return { [path]: (facility.repo.file('main', path) ?? '').replace(from, to) };
  };
  const ofSecond = (what: RegExp): string =>
    what.exec(facility.repo.file('main', facility.path('ams1-r01-u02')) ?? '')?.[0] ?? '';

  it('two machines with one serial', async () => {
    const serial = / {4}serial: .*/;
    const bad = changed(serial, ofSecond(serial));
    await rejectAndMend('two machines with one serial', bad, { reason: 'Invalid', message: /serial/ });
  });

  it('two machines with one BMC', async () => {
    const address = / {4}address: .*/;
    const bad = changed(address, ofSecond(address));
    await rejectAndMend('two machines with one BMC', bad, { reason: 'Invalid', message: /BMC/ });
  });

  it('a class that does not exist', async () => {
    const bad = changed(/class: .*/, 'class: sim-computer');
    const path = facility.path('ams1-r01-u01');
    await rejectAndMend('a class that does not exist', bad, { reason: 'Invalid', file: path, line: true });
  });

  it('a file in the wrong folder', async () => {
    const path = 'facilities/ams1/machine/r01/ams1-r01-u09.yaml';
    const bad = { [path]: facility.repo.file('main', facility.path('ams1-r01-u01')) };
    await rejectAndMend('a file in the wrong folder', bad, { reason: 'Invalid', file: path });
  });

  it('a hundred bad files at once', async () => {
    const files = badFileCases.map(([, , content], i) => [`facilities/ams1/machines/r09/m${i}.yaml`, content]);
    await rejectAndMend('a hundred bad files at once', Object.fromEntries(files), { reason: 'Invalid' });
  });

  it('the next good commit is accepted', () => expectAccepted(facility, 'native', good));

  it('what a good commit before it asked for is carried out all the same', async () => {
    const asked = facility.repo.commit('Reboot', facility.with('ams1-r01-u01', ...reboot('reboot-1')));
    const [path, content] = fixture('key given twice');
    const head = facility.repo.commit('And a mistake', { [path]: content });
    const ended = await facility.once({ git: 'native' });
    expect(ended.code, ended.stderr).toBe(4);
    expect(received(facility)).toEqual(['ams1-r01-u01 POST ForceRestart']);
    const status = Object(facility.status('facility.json'));
    expect(status).toMatchObject({ accepted: asked, rejected: { commit: head } });
    expect(status.rejected.problems[0]).toMatchObject({ file: path });
  });
});
