import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { People, plainEnvironment } from '../adapters/git/people.ts';
import { startFacility, type TestFacility } from './world/facility.ts';
import { FleetRepo } from './world/fleet-repo.ts';
import { received } from './world/laws.ts';
import { reboot } from './world/the-change.ts';

/* docs/operate.md: a mirror is a backup, and a facility moves to another host with nothing but the repository. */
let facility: TestFacility;
afterEach(() => facility?.close());

const mirror = (from: string, to: string): void =>
  void execFileSync('git', ['clone', '--quiet', '--mirror', from, to], { env: plainEnvironment, stdio: 'pipe' });

describe('a backup', () => {
  it('is a mirror: restored, with nothing kept of the host, it repeats nothing and goes on', async () => {
    facility = await startFacility({ count: 2 });
    const { folder, repo } = facility;
    const git = 'native';
    expect(await facility.once({ git })).toMatchObject({ code: 0 });
    mirror(repo.path, join(folder, 'monday.git'));
    const asked = facility.with('ams1-r01-u01', ...reboot('reboot-1'));
    repo.commit('A reboot', asked);
    expect(await facility.once({ git })).toMatchObject({ code: 0 });
    const sent = ['ams1-r01-u01 POST ForceRestart'];
    expect(received(facility)).toEqual(sent);
    mirror(repo.path, join(folder, 'tuesday.git'));

    // The newest backup, another host.
    const again = await facility.once({ git, repo: join(folder, 'tuesday.git'), state: 'second-host' });
    expect(again, again.stderr).toMatchObject({ code: 0 });
    expect(received(facility)).toEqual(sent);

    // An old backup, and the host as it was: its journal knows what the repository has forgotten.
    const monday = new FleetRepo(new People(join(folder, 'monday.git')));
    const rewound = await facility.once({ git, repo: monday.path });
    expect(rewound, rewound.stderr).toMatchObject({ code: 0 });
    monday.commit('The reboot that was lost', asked);
    const known = await facility.once({ git, repo: monday.path });
    expect(known, known.stderr).toMatchObject({ code: 0 });
    expect(received(facility)).toEqual(sent);

    // An old backup and no host: nothing is repeated of what is left, and what is committed anew is carried out.
    const head = monday.commit('One machine off', facility.with('ams1-r01-u02', 'power: "Off"'));
    const onward = await facility.once({ git, repo: monday.path, state: 'third-host' });
    expect(onward, onward.stderr).toMatchObject({ code: 0 });
    expect(JSON.parse(monday.file('refs/heads/status/ams1', 'facility.json') ?? '')).toMatchObject({ accepted: head });
    expect(received(facility)).toEqual([...sent, 'ams1-r01-u02 POST GracefulShutdown']);
  });
});
