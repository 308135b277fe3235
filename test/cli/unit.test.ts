import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitAll, git, makeFolder, writeFiles } from './git.ts';
import { type Ran, runIn } from './stage.ts';

const day = '2026-11-22T08:00:00Z';
const folder = makeFolder();
const dir = join(folder.path, 'fleet');
const path = 'facilities/fra1/facility.yaml';

beforeAll(() => {
  cpSync(new URL('../../examples/fleet-repo', import.meta.url).pathname, dir, { recursive: true });
  git(dir, day, ['init', '--quiet', '--initial-branch=main']);
  commitAll(dir, day, 'The fleet');
  git(dir, day, ['checkout', '--quiet', '-b', 'wrong']);
  writeFiles(dir, {
    [path]:
      'apiVersion: nanometal/v1alpha1\nkind: Facility\nmetadata: { name: fra1 }\nspec: { ranges: { bmc: [10.1] } }\n',
  });
  commitAll(dir, day, 'No range');
  git(dir, day, ['checkout', '--quiet', 'main']);
});
afterAll(() => folder.drop());

const run = (...args: readonly string[]): Promise<Ran> => runIn({ cwd: dir, now: day }, 'unit', ...args);

describe('unit', () => {
  it('prints every range of the facility, this host, and what was named', async () => {
    const ran = await run('-f', 'fra1', '--allow', '192.0.2.10', '--allow', '2001:db8::/64');
    expect(ran).toEqual({
      code: 0,
      err: '',
      out: `# Whom the reconciler of fra1 may talk to, made by \`nanometal unit -f fra1\`.
[Service]
IPAddressDeny=any
# This host: its resolver, the page with health and metrics.
IPAddressAllow=localhost
# ranges.bmc of ${path}
IPAddressAllow=192.0.2.0/24
# ranges.provisioning of ${path}
IPAddressAllow=198.51.100.0/24
# ranges.images of ${path}
IPAddressAllow=203.0.113.0/24
# ranges.hosts of ${path}
IPAddressAllow=198.51.100.0/29
# --allow
IPAddressAllow=192.0.2.10
IPAddressAllow=2001:db8::/64
`,
    });
  });

  it('says so when nothing else was named', async () => {
    const { out } = await run('-f', 'ams1');
    expect(out).toContain(
      'IPAddressAllow=127.0.0.0/8\n# Nothing by --allow: Git must be on this host, or in a range.\n',
    );
  });

  it('takes addresses and no names, and no range with bits behind its prefix', async () => {
    expect(await run('-f', 'fra1', '--allow', 'git.example.org')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Expected an address or a range such as 192.0.2.10'),
    });
    expect(await run('-f', 'fra1', '--allow', '10.1.2.3/16')).toMatchObject({
      code: 2,
      err: expect.stringContaining('10.1.0.0/16 is that range'),
    });
    expect((await run('-f', 'fra1', '--allow', '10.0.0.1\n[Service]')).code).toBe(2);
    expect((await run('--allow', '10.0.0.1')).code).toBe(2);
  });

  it('says which facilities there are, and what is wrong with one', async () => {
    expect(await run('-f', 'fra2')).toMatchObject({ code: 1, err: expect.stringContaining('did you mean fra1?') });
    expect(await run('-f', 'fra1', '--head', 'wrong')).toMatchObject({
      code: 4,
      out: expect.stringContaining(`${path}:4:25`),
    });
  });
});
