import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { isZero, MiB } from './world/disk-file.ts';
import { bootMs } from './world/metal.ts';
import { skipSite } from './world/needs.ts';
import { expectInstalled, expectUntouched, openSite, requestMs, type Site } from './world/site.ts';

/*
 * UEFI HTTP boot: the BMC is given a URI, and the firmware fetches what is there, out of a `nanometal boot`. Meanwhile the
 * reconciler is killed at each of the moments at which the agent waits for it, and in the middle so is what has the ports.
 */
describe.skipIf(skipSite)('an install by UEFI HTTP boot', { timeout: 2 * requestMs }, () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite({ method: 'UefiHttp', apart: true });
  }, requestMs);
  afterAll(() => site?.close(), bootMs);

  it('ends with the machine in use, though the reconciler dies three times', async () => {
    const { console } = site;
    const dies = async (): Promise<void> => {
      await site.kill();
      site.reconcile();
    };
    site.install('first');
    await site.timed('UEFI HTTP: commit to agent', () => console.until(/nanometal: nanometal agent/, requestMs));
    await dies();
    await console.until(/nanometal: writing to /, requestMs);
    await site.replaceDoors();
    await dies();
    await console.until(/nanometal: installed: /, requestMs);
    await dies();
    await console.until(/guest: called home/, requestMs);
    const done = await site.ended('first');
    expect(done.requests?.first).toMatchObject({ state: 'done' });
    expect(done.phase).toBe('InUse');
  });

  it('has written the image once, to that disk, byte for byte', () => {
    expect(site.console.all().match(/nanometal: writing to /g)).toHaveLength(1);
    expectInstalled(site);
  });

  it('has sent the hardware what the contract says, each once', () => {
    expect(site.sent()).toEqual(['PATCH 1', 'POST ComputerSystem.Reset']);
  });

  it.runIf(isLong)('is taken out of use: shut down, its disk erased with a receipt, and off', async () => {
    const { facility, machine, disks } = site;
    facility.repo.commit('Take it out of use', facility.with(machine, 'lifecycle: decommission'));
    const release = `${facility.repo.head('main')?.slice(0, 12)}:release`;
    const done = await site.timed('release', () => site.ended(release));
    const receipt = { disk: disks[0]?.serial, method: 'nvme-format', verified: 'zero:64' };
    expect(done.requests?.[release]).toMatchObject({ state: 'done', work: { receipts: [receipt] } });
    expect(done.phase).toBe('Available');
    expect(done.observed?.power).toBe('Off');
    const disk = readFileSync(disks[0]?.path ?? '');
    expect(isZero(disk.subarray(0, disk.length - MiB / 2))).toBe(true);
    expectUntouched(site);
  });
});
