import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adapters, startFacility, type TestFacility } from './world/facility.ts';
import { received, tellUse } from './world/laws.ts';
import { expectAccepted, expectRejected } from './world/rejection.ts';
import { reboot } from './world/the-change.ts';

const status = 'refs/heads/status/ams1';
const requests = ['ams1-r01-u01 POST GracefulShutdown', 'ams1-r01-u02 POST ForceRestart'];

describe.each(adapters('native'))('branches that are not where they were left (%s Git)', (git) => {
  let facility: TestFacility;
  let good: string;
  beforeAll(async () => {
    facility = await startFacility({ count: 3 });
    const { repo } = facility;
    expect(await facility.once({ git })).toMatchObject({ code: 0 });
    const change = {
      ...facility.with('ams1-r01-u01', 'power: "Off"'),
      ...facility.with('ams1-r01-u02', ...reboot('reboot-1')),
    };
    good = repo.commit('Something to remember', change);
    expect(await facility.once({ git })).toMatchObject({ code: 0 });
    expect(received(facility)).toEqual(requests);
  });
  afterAll(() => facility?.close());

  const put = (id: string): void => facility.repo.people.setRef('refs/heads/main', id);
  /** A run that is quiet about everything that was done before. */
  async function expectQuiet(what: string): Promise<void> {
    const ended = await facility.once({ git });
    tellUse(what, ended.measured);
    expect(ended.code, `${what}: ${ended.stderr}`).toBe(0);
    expect(ended.measured?.peakMiB).toBeLessThanOrEqual(300);
    expect(received(facility), what).toEqual(requests);
    expect(facility.status('facility.json')).toMatchObject({ accepted: good, counts: { asDeclared: 3, underWay: 0 } });
  }

  it('main was force-pushed to other content', async () => {
    facility.repo.commit('Another history', facility.with('ams1-r01-u03', 'power: "Off"'), facility.first);
    await expectRejected(facility, git, 'main was force-pushed', good, { reason: 'Rewritten' });
    put(good);
    await expectAccepted(facility, git, good);
  });

  it('main was deleted', async () => {
    facility.repo.people.deleteRef('refs/heads/main');
    await expectRejected(facility, git, 'main was deleted', good, { reason: 'Missing' });
    put(good);
    await expectAccepted(facility, git, good);
  });

  it('main is an orphan', async () => {
    const files = Object.fromEntries(facility.repo.files(good));
    facility.repo.commit('As if nothing had been', files, null);
    await expectRejected(facility, git, 'main is an orphan', good, { reason: 'Rewritten' });
    put(good);
    await expectAccepted(facility, git, good);
  });

  it('somebody committed to the status branch', async () => {
    const { repo } = facility;
    const head = repo.head('status/ams1') ?? '';
    const lie = `${repo.file(head, 'machines/r01/ams1-r01-u02.json')}`.replace('"done"', '"pending"');
    const files = [...repo.files(head)].map(([path, content]) => ({
      mode: '100644',
      path,
      content: path === 'machines/r01/ams1-r01-u02.json' ? lie : content,
    }));
    const foreign = repo.people.commit({ parents: [head], message: 'I know better', files });
    repo.people.setRef(status, foreign);
    await expectQuiet('foreign commit on the status branch');
    // It was built upon, not thrown away, and what it said is put right.
    expect(repo.status()[1]?.id).toBe(foreign);
    expect(facility.status('machines/r01/ams1-r01-u02.json')).toHaveProperty('requests.reboot-1.state', 'done');
  });

  it('somebody committed rubbish to the status branch', async () => {
    const { repo } = facility;
    const head = repo.head('status/ams1') ?? '';
    const files = [{ mode: '120000', path: 'facility.json', content: '/etc/passwd' }];
    repo.people.setRef(status, repo.people.commit({ parents: [head], message: 'Oops', files }));
    await expectQuiet('rubbish on the status branch');
  });

  const rewind = (): void => facility.repo.people.setRef(status, facility.repo.status().at(-1)?.id ?? '');
  const forget = (): void => rmSync(join(facility.folder, 'state'), { recursive: true });
  const unlease = (): void => facility.repo.people.deleteRef('refs/nanometal/lease/ams1');
  it.each([
    ['the status branch was deleted', () => facility.repo.people.deleteRef(status)],
    ['the status branch was rewound', rewind],
    [
      'the status branch was rewound, the state folder lost',
      () => {
        rewind();
        forget();
      },
    ],
    [
      'status, lease and state folder were lost',
      () => {
        facility.repo.people.deleteRef(status);
        unlease();
        forget();
      },
    ],
    [
      'the status branch was rewound, lease and state folder lost',
      () => {
        facility.repo.people.setRef(status, facility.repo.status().at(-1)?.id ?? '');
        unlease();
        forget();
      },
    ],
  ])('%s', async (what, harm) => {
    harm();
    await expectQuiet(what);
    const count = facility.repo.status().length;
    await expectQuiet(`${what}, second run`);
    expect(facility.repo.status()).toHaveLength(count);
  });
});
