import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import type { GuestBuilder } from './world/guest.ts';
import { bootMs } from './world/metal.ts';
import { skipSite } from './world/needs.ts';
import { expectUntouched, openSite, requestMs, type Site } from './world/site.ts';
import { sha256 } from './world/tiny-image.ts';

/*
 * What runs from memory: a kernel, which the agent starts, and then an ISO, which the BMC has the firmware fetch once an agent has
 * found it to be right. Neither leaves a trace on any disk.
 */
describe.skipIf(skipSite || !isLong)('what runs from memory', { timeout: 2 * requestMs }, () => {
  let site: Site;
  let disk: string;

  beforeAll(async () => {
    site = await openSite({ method: 'UefiHttp', apart: true, images });
    disk = sha256(readFileSync(site.disks[0]?.path ?? ''));
  }, requestMs);
  afterAll(() => site?.close(), bootMs);

  it('a kernel and its initrd are started by the agent, and call home by the seed that lies in memory', async () => {
    site.run('kernel-1', 'ramdisk', 'phoneHome');
    await site.timed('kernel: commit to its start', () => site.console.until(/guest: up from=memory/, requestMs));
    await site.console.until(/guest: called home instance=\S+/, requestMs);
    const done = await site.ended('kernel-1');
    expect(done.requests?.['kernel-1']).toMatchObject({ state: 'done' });
    expect(done.conditions?.find(({ type }) => type === 'Installed')?.message).toContain('loaded sha256:');
    expect(done.phase).toBe('InUse');
  });

  it('an ISO is booted once, after an agent has fetched the whole of it', async () => {
    site.run('iso-1', 'rescue', 'powerOn');
    await site.timed('ISO: commit to its agent', () => site.console.until(/nanometal: nanometal agent/, requestMs));
    await site.timed('ISO: agent to its start', () => site.console.until(/guest: up from=iso/, requestMs));
    const done = await site.ended('iso-1');
    expect(done.requests?.['iso-1']).toMatchObject({ state: 'done' });
    expect(done.conditions?.find(({ type }) => type === 'Installed')?.message).toContain('was read after the reset');
    expect(site.console.all().match(/guest: up from=iso/g)).toHaveLength(1);
  });

  it('has written to no disk', () => {
    expect(sha256(readFileSync(site.disks[0]?.path ?? ''))).toBe(disk);
    expectUntouched(site);
  });

  it('has sent the hardware what the contract says', () => {
    const boots = ['PATCH 1', 'POST ComputerSystem.Reset'];
    expect(site.sent()).toEqual([...boots, ...boots, ...boots]);
  });
});

async function images(guests: GuestBuilder, folder: string, url: string): Promise<Readonly<Record<string, string>>> {
  const put = (name: string, from: string): string => {
    copyFileSync(from, join(folder, name));
    return `url: "${url}${name}", sha256: ${sha256(readFileSync(from))}`;
  };
  const head = (name: string): string => `apiVersion: nanometal/v1alpha1\nkind: Image\nmetadata: { name: ${name} }\n`;
  const line = guests.commandLine({ from: 'memory', does: 'phone-home' });
  const second = `initrd: { ${put('initrd', guests.initrd)} }, commandLine: "${line}"`;
  return {
    ramdisk: `${head('ramdisk')}spec: { ${put('vmlinuz', guests.kernel)}, format: kernel, boot: uefi, ${second} }\n`,
    rescue: `${head('rescue')}spec: { ${put('iso', await guests.iso({ from: 'iso', does: 'wait' }))}, format: iso, boot: uefi }\n`,
  };
}
