import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { adapters, startFacility, type TestFacility } from './world/facility.ts';
import { tellUse } from './world/laws.ts';

let facility: TestFacility;
afterEach(() => facility?.close());

describe.each(adapters('native'))('a facility that is as declared is left alone (%s Git)', (git) => {
  it('one status commit and no mutation; then neither, also from a bare clone without memory of this host', async () => {
    facility = await startFacility({ count: 6 });
    const { repo, sim, folder } = facility;

    const first = await facility.once({ git });
    expect(first, first.stderr).toMatchObject({ code: 0 });
    tellUse(`first run, ${git}`, first.measured);
    expect(repo.status()).toHaveLength(1);
    expect(repo.status()[0]?.message).toContain('6 machines, 6 reachable, 6 as declared');
    expect(sim.mutations()).toEqual([]);

    const second = await facility.once({ git });
    expect(second, second.stderr).toMatchObject({ code: 0 });
    expect(repo.status()).toHaveLength(1);

    rmSync(join(folder, 'state'), { recursive: true });
    const clone = join(folder, 'clone.git');
    repo.people.git(['clone', '--quiet', '--bare', repo.path, clone]);
    const third = await facility.once({ git, repo: clone });
    expect(third, third.stderr).toMatchObject({ code: 0 });
    const heads = repo.people.git(['ls-remote', clone, 'refs/heads/*']);
    expect(heads).toBe(repo.people.git(['ls-remote', repo.path, 'refs/heads/*']));
    expect(sim.mutations()).toEqual([]);
  });
});
