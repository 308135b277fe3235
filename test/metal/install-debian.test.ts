import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { tool } from '../system/world/tools.ts';
import { debianImage } from './world/debian-image.ts';
import { bootMs } from './world/metal.ts';
import { skipSite } from './world/needs.ts';
import { openSite, requestMs, type Site } from './world/site.ts';

/*
 * A real Debian with real cloud-init: what the manifest says of its name, its network and who may log in is so when somebody
 * logs in there. Minutes of an emulated processor: the long form's.
 */
describe.skipIf(skipSite || !isLong)('an install of Debian', { timeout: 3 * requestMs }, () => {
  const address = '10.77.0.60';
  let site: Site;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nanometal-debian-'));
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'ada', '-f', join(folder, 'key')]);
    const image = { file: readFileSync(await debianImage()), format: 'raw.zst' } as const;
    site = await openSite({ method: 'VirtualMedia', image, diskSize: '1792M' });
  }, 2 * requestMs);
  afterAll(async () => {
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  }, bootMs);

  it('ends when cloud-init calls home', async () => {
    const key = readFileSync(join(folder, 'key.pub'), 'utf8').trim();
    site.install(
      'debian',
      `network: { links: [{ name: eth0, mac: "${site.mac}", addresses: [${address}/24], gateways: [10.77.0.1] }] }`,
      'userData: |',
      '  #cloud-config',
      '  users:',
      `    - { name: ada, shell: /bin/bash, sudo: "ALL=(ALL) NOPASSWD:ALL", ssh_authorized_keys: ["${key}"] }`,
    );
    await site.timed('Debian: commit to installed', () => site.console.until(/nanometal: installed: /, 2 * requestMs));
    const done = await site.timed('installed to call home', () => site.ended('debian'));
    expect(done.requests?.debian).toMatchObject({ state: 'done' });
    expect(done.phase).toBe('InUse');
  });

  it('is what the manifest says, to who logs in as it says', async () => {
    const command =
      'hostname; ip -4 -o addr show dev eth0; sudo -n id -u; cloud-init status --wait >/dev/null; cloud-init status; df -BM --output=size / | tail -1';
    const options = ['-i', join(folder, 'key'), '-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null'];
    const [program = '', ...prefix] = site.prefix;
    const told = await tool(program, [...prefix, 'ssh', ...options, `ada@${address}`, command], { cwd: folder });
    expect(told, told.stderr).toMatchObject({ code: 0 });
    const [hostname, link, user, status, size] = told.stdout.trim().split('\n');
    expect(hostname).toBe(site.machine);
    expect(link).toContain(`${address}/24`);
    expect(user).toBe('0');
    expect(status).toContain('done');
    // It was grown to the disk.
    expect(Number.parseInt(size ?? '', 10)).toBeGreaterThan(1_500);
  });
});
