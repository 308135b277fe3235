import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { adapters, type ReconcilerOptions, startFacility, type TestFacility } from './world/facility.ts';
import { readFolder } from './world/fleet-repo.ts';
import { prefixOf } from './world/other-host.ts';
import type { Sim } from './world/sim.ts';

let facility: TestFacility;
afterEach(() => facility?.close());

/** As merged from a discovery: looked at only, with a guess or two that are wrong. */
function found(sim: Sim): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [path, text] of readFolder(sim.fleet)) {
    if (!path.includes('/machines/')) continue;
    const wrong = path.endsWith('u02.yaml') ? '  power: Off\n  bios:\n    LogicalProc: Disabled\n' : '';
    files[path] = `${text.replace('management: manage', 'management: observe # as found')}${wrong}`;
  }
  return files;
}

/** With the other adapter the same way is gone by first-day.test.ts. */
describe.each(adapters('isomorphic'))('forty running machines (%s Git)', (git) => {
  it('are adopted by commits and handed to another host, and receive nothing all the while', async () => {
    facility = await startFacility({ count: 40, files: found });
    const { repo, sim, folder } = facility;
    const look = async (state: string, more: Omit<ReconcilerOptions, 'git' | 'state'> = {}): Promise<void> => {
      const ended = await facility.once({ git, state, ...more });
      expect(ended, ended.stderr).toMatchObject({ code: 0 });
    };
    const where = ['-f', 'ams1', '--repo', repo.path];
    const plan = async (): Promise<{ actions: object[]; holds: object[]; differences: { field: string }[] }> =>
      JSON.parse((await facility.command(['plan', ...where, '-o', 'json'])).stdout);

    await look('first');
    expect((await plan()).differences.map(({ field }) => field)).toContain('power');
    for (const [round, step] of ['adopt', 'manage'].entries()) {
      const adopted = await facility.command([
        'adopt',
        '--all',
        ...where,
        '-o',
        'json',
        '--author',
        'Ada <ada@example.org>',
      ]);
      expect(adopted, adopted.stderr + adopted.stdout).toMatchObject({ code: 0 });
      const { machines, pushed } = JSON.parse(adopted.stdout);
      expect(machines, `round ${round}`).toHaveLength(40);
      expect(repo.files(pushed.commit).get(facility.path('ams1-r01-u01'))).toContain(`management: ${step} # as found`);
      // The pull request is merged.
      repo.people.git(['update-ref', 'refs/heads/main', `refs/heads/${pushed.branch}`]);
      await look('first');
    }
    expect(await plan()).toMatchObject({ actions: [], holds: [], differences: [] });
    const again = await facility.command(['adopt', '--all', ...where]);
    expect(again.stdout).toContain('0 manifests to write');

    // Another host, with a name and a boot id of its own, and nothing but a clone and a copy of the secrets.
    const clone = join(folder, 'clone.git');
    repo.people.git(['clone', '--quiet', '--bare', repo.path, clone]);
    const secrets = join(folder, 'copied-secrets');
    cpSync(sim.secrets, secrets, { recursive: true });
    const prefix = prefixOf(folder, { name: 'elsewhere', bootId: '0b7e51d5-6a1f-4c55-9f3c-52d1c0de0001' });
    if (prefix === null)
      process.stdout.write('      no namespaces here: the other host has our own name and boot id\n');
    await look('second', { repo: clone, secrets, prefix: prefix ?? [] });
    const lease = repo.people.git([`--git-dir=${clone}`, 'log', '-1', '--format=%s', 'refs/nanometal/lease/ams1']);
    if (prefix !== null) expect(lease).toContain('elsewhere');
    const heads = repo.people.git(['ls-remote', clone, 'refs/heads/*']);
    expect(heads).toBe(repo.people.git(['ls-remote', repo.path, 'refs/heads/*']));
    expect(sim.mutations()).toEqual([]);
  }, 600_000);
});
