import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFacility, type TestFacility } from './world/facility.ts';
import { received } from './world/laws.ts';
import { type Ran, tool } from './world/tools.ts';

/*
 * The single executable, as somebody gets it who unpacks the tarball on a host without Node, npm or Git. That it starts
 * itself once more is seen by CI, which ends with its `demo`.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const name = `nanometal-${version}-linux-${process.arch}`;

let folder: string;
/** Nothing is on the PATH, and nothing of this account is in the environment. */
let nanometal: (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Ran>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nanometal-bundle-'));
  const made = await tool(process.execPath, ['deploy/bundle.mjs'], { cwd: root });
  expect(made, made.stderr).toMatchObject({ code: 0 });
  const unpacked = await tool('tar', ['-xzf', join(root, 'build/bundle', `${name}.tar.gz`)], { cwd: folder });
  expect(unpacked, unpacked.stderr).toMatchObject({ code: 0 });
  nanometal = (args, env = {}) =>
    tool(join(folder, name, 'nanometal'), args, { cwd: folder, env: { PATH: '/nowhere', HOME: folder, ...env } });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the single executable', () => {
  it('comes with its unit, its manual and the licences of all that is in it', () => {
    const list = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' });
    for (const file of ['nanometal', 'LICENSE', 'deploy/nanometal.service', 'docs/operate.md'])
      expect(list).toContain(file);
    const licences = readFileSync(join(folder, name, 'THIRD-PARTY-LICENSES'), 'utf8');
    for (const part of [`Node.js ${process.version}`, 'isomorphic-git ', 'pino ', 'yaml '])
      expect(licences).toContain(part);
  });

  it('tells who it is, in text and by its exit code', async () => {
    expect(await nanometal(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    expect(await nanometal(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('nanometal demo') });
    expect(await nanometal(['rnu'])).toMatchObject({ code: 2, stderr: expect.stringContaining('run') });
  });

  it('writes a fleet repo, and judges it', async () => {
    expect(await nanometal(['init', 'fleet', '-f', 'ams1'])).toMatchObject({ code: 0, stderr: '' });
    expect(await nanometal(['validate', 'fleet'])).toMatchObject({
      code: 0,
      stdout: '1 machine in 1 facility is valid\n',
    });
    writeFileSync(join(folder, 'fleet/facilities/ams1/facility.yaml'), 'kind: [');
    expect(await nanometal(['validate', 'fleet'])).toMatchObject({ code: 4 });
  });

  it('needs of a container image nothing but what lies beside it', async () => {
    const image = join(root, 'build/bundle/image/root');
    const inside = ['--userspec=65532:65532', image, '/usr/bin/nanometal'];
    const bare = { env: { PATH: '/usr/sbin:/usr/bin' } };
    expect(await tool('chroot', [...inside, '--version'], bare)).toEqual({
      code: 0,
      stdout: `${version}\n`,
      stderr: '',
    });
    expect(await tool('chroot', [...inside, 'init', '/tmp/fleet'], bare)).toMatchObject({ code: 0 });
    expect(await tool('chroot', [...inside, 'validate', '/tmp/fleet'], bare)).toMatchObject({ code: 0 });
  });
});

describe('the single executable reconciles', () => {
  let facility: TestFacility;
  beforeAll(async () => {
    facility = await startFacility({ count: 2 });
    mkdirSync(join(folder, 'state'));
  });
  afterAll(() => facility?.close());

  it('under the environment of its unit, with one line of JSON for each event', async () => {
    const { repo, sim } = facility;
    const env = {
      NODE_OPTIONS: '--disable-proto=delete --max-old-space-size=1536',
      STATE_DIRECTORY: join(folder, 'state'),
    };
    const once = () => nanometal(['run', '-f', 'ams1', '--repo', repo.path, '--secrets', sim.secrets, '--once'], env);
    const first = await once();
    expect(first, first.stderr).toMatchObject({ code: 0 });
    repo.commit('One machine off', facility.with('ams1-r01-u01', 'power: "Off"'));
    const second = await once();
    expect(second, second.stderr).toMatchObject({ code: 0, stdout: '' });
    expect(received(facility)).toEqual(['ams1-r01-u01 POST GracefulShutdown']);
    const events = second.stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).event);
    expect(events).toEqual(expect.arrayContaining(['started', 'intended', 'sent', 'answered', 'published', 'stopped']));
    expect(readdirSync(join(folder, 'state/ams1'))).toContain('journal.ndjson');
  });
});
