import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reserved } from './world/example-dnsmasq.ts';
import { bootMs } from './world/metal.ts';
import { skipSite } from './world/needs.ts';
import { expectInstalled, openSite, requestMs, type Site } from './world/site.ts';

/*
 * PXE, iPXE, HTTP: a real dnsmasq, configured by the example's component, knows the machine by its MAC and gives it the
 * address of its manifest; iPXE asks the boot service.
 */
describe.skipIf(skipSite)('an install by PXE', { timeout: 2 * requestMs }, () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite({ method: 'Pxe', dhcpBoots: true });
  }, requestMs);
  afterAll(() => site?.close(), bootMs);

  it('ends with the machine in use', async () => {
    const { console } = site;
    const link = `{ name: eth0, mac: "${site.mac}", addresses: [${reserved}/24] }`;
    site.install('first', `network: { links: [${link}] }`);
    await console.until(/iPXE/, requestMs);
    await site.timed('PXE: iPXE to agent', () => console.until(/nanometal: nanometal agent/, requestMs));
    await console.until(new RegExp(`lease of ${reserved.replaceAll('.', '\\.')} obtained`), requestMs);
    await console.until(/guest: called home/, requestMs);
    const done = await site.ended('first');
    expect(done.requests?.first).toMatchObject({ state: 'done' });
    expect(done.phase).toBe('InUse');
  });

  it('has written the image to that disk, byte for byte, and to no other', () => expectInstalled(site));

  it('has sent the hardware what the contract says, each once', () => {
    expect(site.sent()).toEqual(['PATCH 1', 'POST ComputerSystem.Reset']);
  });
});
