import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../system/world/children.ts';
import { isZero, MiB } from './world/disk-file.ts';
import { bootMs } from './world/metal.ts';
import { skipSite } from './world/needs.ts';
import { expectInstalled, expectUntouched, openSite, requestMs, type Site } from './world/site.ts';

/*
 * The first choice, with Secure Boot enforced: no DHCP says what to boot, and everything that starts is signed, from the
 * medium as from the disk. Then the way back.
 */

describe.skipIf(skipSite)('an install by virtual media, and an erase', { timeout: 2 * requestMs }, () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite({ method: 'VirtualMedia', secureBoot: true });
  }, requestMs);
  afterAll(() => site?.close(), bootMs);

  it('is asked for by a commit that names the disk, and ends with the machine in use', async () => {
    const { console } = site;
    site.install('first');
    await site.timed('virtual media, Secure Boot: commit to agent', () =>
      console.until(/under Secure Boot/, requestMs),
    );
    await site.timed('agent to installed', () => console.until(/nanometal: installed: /, requestMs));
    const [instance = ''] = await site.timed('installed to call home', () =>
      console.until(/guest: called home instance=(\S+)/, requestMs),
    );
    const done = await site.ended('first');
    expect(done.requests?.first).toMatchObject({ state: 'done' });
    expect(done.phase).toBe('InUse');
    const installed = done.conditions?.find(({ type }) => type === 'Installed');
    expect(installed).toMatchObject({ status: 'True' });
    expect(installed?.message).toContain(instance);
  });

  it('has sent the hardware what the contract says, each once', () => {
    expect(site.sent()).toEqual([
      'POST VirtualMedia.InsertMedia',
      'PATCH 1',
      'POST ComputerSystem.Reset',
      'POST VirtualMedia.EjectMedia',
    ]);
    const kinds = site.facility.repo.status().flatMap(({ grants }) => grants.map((grant) => grant.split(' ')[1]));
    expect(kinds.filter((verb) => verb === 'Install')).toHaveLength(1);
  });

  it('has written the image to that disk, byte for byte, and to no other', () => expectInstalled(site));

  it('is over: another reconciler that begins from the branch alone has nothing to do', async () => {
    const { facility } = site;
    const before = site.sent().length;
    const plan = await run(['plan', '-f', 'ams1', '--repo', facility.repo.path, '--exit-code'], {
      cwd: facility.folder,
    });
    expect(plan).toMatchObject({ code: 0 });
    expect(site.sent()).toHaveLength(before);
  });

  it('is erased by a commit that names the disk, with a receipt', async () => {
    const { facility, machine, disks } = site;
    const erase = [
      'operations:',
      `  - { id: wipe, verb: Erase, notAfter: 2100-01-01T00:00:00Z, disks: [{ serial: ${disks[0]?.serial} }] }`,
    ];
    facility.repo.commit('Erase it', facility.with(machine, ...erase));
    const done = await site.timed('erase', () => site.ended('wipe'));
    const receipt = { disk: disks[0]?.serial, method: 'nvme-format', verified: 'zero:64' };
    expect(done.requests?.wipe).toMatchObject({ state: 'done', work: { receipts: [receipt] } });
  });

  it('has nothing left on that disk but the receipt, and the other is as it was', () => {
    const disk = readFileSync(site.disks[0]?.path ?? '');
    const receipt = disk.length - MiB / 2;
    expect(isZero(disk.subarray(0, receipt))).toBe(true);
    expect(disk.subarray(receipt, receipt + 4_096).toString('latin1')).toMatch(/^nanometal-marker=1\n[^\0]*receipt=/);
    expect(isZero(disk.subarray(receipt + 4_096))).toBe(true);
    expectUntouched(site);
  });
});
