import { copyFileSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BootMedium } from '../../src/ports/agents.ts';
import { eventually } from '../system/world/wait.ts';
import { type GuestBuilder, guestBuilder } from './world/guest.ts';
import { bootMs, type Metal, processesIn, soonMs, startMetal } from './world/metal.ts';
import { pxeProgram, skipMetal } from './world/needs.ts';
import { startWeb, type Web } from './world/web.ts';

/*
 * A simulated BMC with a QEMU behind it, through the product's own Redfish driver: what it says is what a machine did that
 * really boots. One machine, one story: each test goes on where the one before it ended.
 */
describe.skipIf(skipMetal)('a BMC with a machine that really boots', { timeout: 2 * bootMs }, () => {
  let folder: string;
  let guests: GuestBuilder;
  let web: Web;
  let metal: Metal;
  let medium: BootMedium;
  let disks: readonly { readonly serial?: string; readonly bytes?: number }[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nanometal-guests-'));
    guests = await guestBuilder(folder);
    web = await startWeb();
    web.offer('cd.iso', await guests.iso({ from: 'cd', does: 'wait' }));
    web.offer('http.iso', await guests.iso({ from: 'http', does: 'reboot' }));
    medium = { iso: `http://127.0.0.1:${web.port}/cd.iso` };
    metal = await startMetal(['--net', `user,tftp=${dirname(pxeProgram)},bootfile=${basename(pxeProgram)}`]);
    metal.medium = medium;
    disks = (await metal.full()).drives;
  }, bootMs);
  afterAll(async () => {
    await metal?.close();
    await web?.close();
    rmSync(folder, { recursive: true, force: true });
  }, bootMs);

  const guestUp = async (from: string): Promise<void> => {
    await metal.console.until(new RegExp(`guest: up from=${from} `), bootMs);
  };

  it('is off until somebody asks for it, with an inventory of what will be there', async () => {
    expect(await metal.facts()).toMatchObject({ power: 'Off', media: [{ inserted: false }] });
    expect(disks).toMatchObject([{ bytes: 1024 ** 3, protocol: 'NVMe' }, { bytes: 1024 ** 3 }]);
    expect(processesIn(metal.folder)).toEqual([]);
  });

  it('boots once from a medium that its BMC fetches, and is who the inventory says', async () => {
    await metal.perform({ verb: 'InsertMedia' });
    await metal.perform({ verb: 'SetBootOnce', target: 'Cd' });
    await metal.perform({ verb: 'PowerOn' });
    const { uuid, serial, chassisSerial } = metal.subject.identity;
    await guestUp('cd');
    expect(web.requests.filter((one) => one.startsWith('GET /cd.iso'))).toHaveLength(1);
    const { nics } = await metal.full();
    await metal.console.until(/guest: ready/, soonMs);
    const said = metal.console.all();
    expect(said).toContain(`uuid=${uuid} serial=${serial} chassis=${chassisSerial}`);
    for (const disk of disks) expect(said).toContain(`guest: disk ${disk.serial} ${disk.bytes}`);
    expect(said).toContain(`guest: port ${nics[0]?.mac} 1`);
    expect(said).toContain(`guest: port ${nics[1]?.mac} 0`);
    expect(await metal.facts()).toMatchObject({
      power: 'On',
      pastPost: true,
      boot: { target: 'None', enabled: 'Disabled' },
      media: [{ inserted: true }],
    });
  });

  it('goes off when the operating system hears the button', async () => {
    await metal.perform({ verb: 'PowerOff', force: false });
    await metal.untilSeen('Off', ({ power }) => power === 'Off');
    await eventually('no QEMU', () => (processesIn(metal.folder).length === 0 ? true : null));
  });

  it('has an empty drive again after it was ejected', async () => {
    await metal.perform({ verb: 'EjectMedia' });
    expect(await metal.facts()).toMatchObject({ media: [{ inserted: false }] });
  });

  it('boots once over HTTP from the URI that it was given; then from its disk, because its guest restarts', async () => {
    const [disk] = disks;
    const image = await guests.disk({ from: 'disk', does: 'poweroff' });
    copyFileSync(image, join(metal.folder, `disk-${disk?.serial}.raw`));
    truncateSync(join(metal.folder, `disk-${disk?.serial}.raw`), disk?.bytes);
    // The BMC is on this host; for the guest this host is 10.0.2.2.
    metal.medium = { iso: `http://10.0.2.2:${web.port}/http.iso` };
    await metal.perform({ verb: 'SetBootOnce', target: 'UefiHttp' });
    await metal.perform({ verb: 'PowerOn' });
    // Asked before the guest is up, which restarts as soon as it is.
    const { lastReset } = await metal.untilSeen('On', ({ power }) => power === 'On');
    await guestUp('http');
    expect(web.requests.filter((one) => /^GET \/http.iso UefiHttpBoot/.test(one)).length).toBeGreaterThan(0);
    await guestUp('disk');
    await metal.console.until(/guest: powers off/, soonMs);
    const off = await metal.untilSeen('off by itself', ({ power }) => power === 'Off');
    expect(off.lastReset).not.toBe(lastReset);
  });

  it('boots once over PXE, restarts when it is told to, and is off against its will', async () => {
    await metal.perform({ verb: 'SetBootOnce', target: 'Pxe' });
    await metal.perform({ verb: 'PowerOn' });
    await metal.console.until(/iPXE/, bootMs);
    const before = await metal.facts();
    expect(before).toMatchObject({ power: 'On', pastPost: true, boot: { enabled: 'Disabled' } });
    // Nobody hears the button there.
    await metal.perform({ verb: 'PowerOff', force: false });
    expect(await metal.facts()).toMatchObject({ power: 'On', lastReset: before.lastReset });
    await metal.perform({ verb: 'Reboot' });
    const after = await metal.untilSeen('a reset', ({ lastReset }) => lastReset !== before.lastReset);
    expect(after).toMatchObject({ power: 'On', pastPost: false });
    await metal.perform({ verb: 'PowerOff', force: true });
    await metal.untilSeen('Off', ({ power }) => power === 'Off');
    expect(metal.console.rest()).not.toContain('Start PXE');
  });

  it('says so when a medium cannot be fetched', async () => {
    metal.medium = { ...medium, iso: `http://127.0.0.1:${web.port}/gone.iso` };
    await metal.perform({ verb: 'InsertMedia' });
    await metal.untilSeen('an empty drive', ({ media }) => media?.[0]?.inserted === false);
    expect(metal.sim.running.lines.join('\n')).toContain('the server answered 404');
  });

  it('does not outlive its simulation, however that ends', async () => {
    await metal.perform({ verb: 'PowerOn' });
    await eventually('a QEMU', () => (processesIn(metal.folder).length > 0 ? true : null));
    metal.sim.running.child.kill('SIGKILL');
    await eventually('no QEMU', () => (processesIn(metal.folder).length === 0 ? true : null));
  });
});
