import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { adapters, startFacility, type TestFacility } from './world/facility.ts';
import { readFolder } from './world/fleet-repo.ts';
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

describe.each(adapters)('forty running machines (%s Git)', (git) => {
  it('are adopted by commits and handed to another host, and receive nothing all the while', async () => {
    facility = await startFacility({ count: 40, files: found });
    const { repo, sim, folder } = facility;
    const look = async (state: string, more: { readonly repo?: string } = {}): Promise<void> => {
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
      expect(adopted, adopted.stderr).toMatchObject({ code: 0 });
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

    // Another host, with nothing but a clone and the secrets.
    const clone = join(folder, 'clone.git');
    repo.people.git(['clone', '--quiet', '--bare', repo.path, clone]);
    await look('second', { repo: clone });
    const heads = repo.people.git(['ls-remote', clone, 'refs/heads/*']);
    expect(heads).toBe(repo.people.git(['ls-remote', repo.path, 'refs/heads/*']));
    expect(sim.mutations()).toEqual([]);
  });
});
