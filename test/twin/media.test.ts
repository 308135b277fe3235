import { describe, expect, it } from 'vitest';
import { type Bmc, setFaults } from '../../src/twin/bmc.ts';
import { whatRuns } from '../../src/twin/boot-source.ts';
import type { FaultRule } from '../../src/twin/faults.ts';
import { tick } from '../../src/twin/tick.ts';
import { type Bench, createBench, messageIds, reset, settings, start, system } from './bench.ts';

const media = '/redfish/v1/Managers/1/VirtualMedia';
const insert = `${media}/Cd/Actions/VirtualMedia.InsertMedia`;
const eject = `${media}/Cd/Actions/VirtualMedia.EjectMedia`;
const Image = 'http://10.1.2.1:8080/media/5d41402abc4b2a76b9719d911017c592/boot.iso';
const agent = 'http://10.1.2.1:8080/boot/agent.efi';

const rule = (fault: FaultRule['fault'], over: Partial<FaultRule> = {}): FaultRule => ({
  fault,
  on: 'all',
  when: 'before',
  probability: 1,
  from: start,
  ...over,
});

describe('virtual media', () => {
  it('hold what was inserted until it is ejected', () => {
    const bench = createBench();
    expect(bench.get(`${media}/Cd`)).toMatchObject({ Inserted: false, Image: null, ConnectedVia: 'NotConnected' });
    expect(bench.status('POST', insert, { Image })).toBe(204);
    expect(bench.get(`${media}/Cd`)).toMatchObject({
      Inserted: true,
      Image,
      ImageName: 'boot.iso',
      ConnectedVia: 'URI',
      TransferProtocolType: 'HTTP',
      WriteProtected: true,
    });
    expect(bench.status('POST', insert, { Image })).toBe(409);
    expect(bench.status('POST', eject, {})).toBe(204);
    expect(bench.get(`${media}/Cd`)).toMatchObject({ Inserted: false, Image: null });
    expect(bench.status('POST', eject)).toBe(204);
    expect(bench.log.map((entry) => [entry.class, entry.status, entry.effect])).toEqual([
      ['target', 204, { media: { Cd: 'empty→10.1.2.1:8080' } }],
      ['target', 409, null],
      ['target', 204, { media: { Cd: '10.1.2.1:8080→empty' } }],
      ['target', 204, null],
    ]);
  });

  it('are logged by host: the path may be all that keeps others out', () => {
    const bench = createBench();
    bench.send('POST', insert, { Image, Password: 'hunter2' });
    bench.send('PATCH', system, { Boot: { HttpBootUri: agent } });
    expect(bench.log.map(({ body }) => body)).toEqual([
      { Image: '10.1.2.1:8080', Password: '[redacted]' },
      { Boot: { HttpBootUri: '10.1.2.1:8080' } },
    ]);
    expect(bench.log[1]?.effect).toEqual({ boot: { httpUri: 'none→10.1.2.1:8080' } });
    expect(JSON.stringify(bench.log)).not.toMatch(/5d41402a|agent\.efi/);
  });

  it.each([
    [{}, 'ActionParameterMissing'],
    [{ Image: 7 }, 'ActionParameterValueFormatError'],
    [{ Image: '/boot.iso' }, 'ActionParameterValueFormatError'],
    [{ Image: 'nfs://10.1.2.1/boot.iso' }, 'ActionParameterValueFormatError'],
    [{ Image, Inserted: false }, 'ActionParameterValueFormatError'],
    [{ Image, TransferProtocolType: 'HTTPS' }, 'ActionParameterValueFormatError'],
    [{ Image, Colour: 'red' }, 'ActionParameterUnknown'],
    ['{"Image":"http://10.1.2.1/x.iso","__proto__":1}', 'ActionParameterUnknown'],
  ])('refuse %j', (body, id) => {
    const bench = createBench();
    const answer = bench.send('POST', insert, body);
    expect(answer).toMatchObject({ status: 400 });
    expect(messageIds(answer)).toEqual([id]);
    expect(bench.bmc.media).toEqual([]);
  });

  it('are written to through their actions only, and only where they are', () => {
    const bench = createBench();
    expect(bench.status('PATCH', `${media}/Cd`, { Image, Inserted: true })).toBe(405);
    expect(bench.status('POST', `${media}/Dvd/Actions/VirtualMedia.InsertMedia`, { Image })).toBe(404);
    expect(bench.status('GET', `${system}/VirtualMedia`)).toBe(404);
    expect(bench.status('POST', `${system}/VirtualMedia/Cd/Actions/VirtualMedia.InsertMedia`, { Image })).toBe(404);
    expect(bench.log.map(({ effect }) => effect)).toEqual([null, null, null]);
  });

  it('survive a reset of the host and of the BMC', () => {
    const bench = createBench();
    bench.send('POST', insert, { Image });
    bench.send('POST', reset, { ResetType: 'ForceRestart' });
    bench.send('POST', '/redfish/v1/Managers/1/Actions/Manager.Reset', { ResetType: 'ForceRestart' });
    bench.wait(60_000);
    expect(bench.get(`${media}/Cd`)).toMatchObject({ Inserted: true, Image });
  });
});

describe('habits of vendors', () => {
  it('patched: Image and Inserted are written to the slots for that', () => {
    const bench = createBench({ mediaHabit: 'patched' });
    expect(bench.get(`${media}/EXT1`)).not.toHaveProperty('Actions');
    const whole = { Image, Inserted: true, WriteProtected: true };
    expect(bench.status('POST', `${media}/EXT1/Actions/VirtualMedia.InsertMedia`, { Image })).toBe(404);
    expect(bench.status('PATCH', `${media}/RDOC1`, whole)).toBe(400);
    expect(bench.status('PATCH', `${media}/EXT1`, { Image })).toBe(400);
    expect(bench.status('PATCH', `${media}/EXT1`, { ...whole, Name: 'x' })).toBe(400);
    expect(bench.status('PATCH', `${media}/EXT1`, whole)).toBe(204);
    expect(bench.status('PATCH', `${media}/EXT1`, whole)).toBe(409);
    expect(bench.get(`${media}/EXT1`)).toMatchObject({ Inserted: true, Image });
    expect(bench.status('PATCH', `${media}/EXT1`, { Image: null, Inserted: false })).toBe(204);
    expect(bench.bmc.media).toEqual([]);
  });

  it('image-only: Inserted and WriteProtected are unknown', () => {
    const bench = createBench({ mediaHabit: 'image-only' });
    expect(bench.status('POST', insert, { Image, Inserted: true })).toBe(400);
    expect(bench.status('POST', insert, { Image, WriteProtected: true })).toBe(400);
    expect(bench.status('POST', insert, { Image })).toBe(204);
  });

  it('protocol-named: TransferProtocolType is demanded', () => {
    const bench = createBench({ mediaHabit: 'protocol-named' });
    expect(messageIds(bench.send('POST', insert, { Image }))).toEqual(['ActionParameterMissing']);
    expect(bench.status('POST', insert, { Image, TransferProtocolType: 'HTTP' })).toBe(204);
  });

  it('at-system: under the system, and not under the BMC', () => {
    const bench = createBench({ mediaHabit: 'at-system' });
    expect(bench.get('/redfish/v1/Managers/1')).not.toHaveProperty('VirtualMedia');
    expect(bench.status('POST', insert, { Image })).toBe(404);
    expect(bench.status('POST', `${system}/VirtualMedia/Cd/Actions/VirtualMedia.InsertMedia`, { Image })).toBe(204);
  });
});

describe('what the host boots from', () => {
  const once = (target: string, more: object = {}) => ({
    Boot: { BootSourceOverrideEnabled: 'Once', BootSourceOverrideTarget: target, ...more },
  });
  /** After a restart, once everything has settled. */
  const restart = (bench: Bench): Bmc => {
    expect(bench.status('POST', reset, { ResetType: 'ForceRestart' })).toBe(204);
    bench.wait(60_000);
    return tick(bench.bmc, bench.now);
  };

  it('is the disk from the beginning', () => {
    expect(createBench().bmc.host.bootedFrom).toEqual({ kind: 'Hdd' });
  });

  it.each([
    ['nothing', null, { kind: 'Hdd' }],
    ['Hdd', once('Hdd'), { kind: 'Hdd' }],
    ['Cd', once('Cd'), { kind: 'Cd', image: Image }],
    ['a stick that is not there', once('Usb'), { kind: 'Hdd' }],
    ['Pxe', once('Pxe'), { kind: 'Pxe' }],
    ['UefiHttp from where DHCP says', once('UefiHttp'), { kind: 'UefiHttp', uri: null }],
    ['UefiHttp', once('UefiHttp', { HttpBootUri: agent }), { kind: 'UefiHttp', uri: agent }],
    ['UefiHttp without UEFI', once('UefiHttp', { BootSourceOverrideMode: 'Legacy' }), { kind: 'Hdd' }],
    ['its own menu', once('BiosSetup'), { kind: 'BiosSetup' }],
    ['a source that is switched off', { Boot: { BootSourceOverrideTarget: 'Pxe' } }, { kind: 'Hdd' }],
  ])('with an override for %s', (_, override, source) => {
    const bench = createBench();
    bench.send('POST', insert, { Image });
    if (override !== null) expect(bench.status('PATCH', system, override)).toBe(204);
    expect(restart(bench).host.bootedFrom).toEqual(source);
    // The override was for one boot, and the medium is no reason to boot from it.
    expect(restart(bench).host.bootedFrom).toEqual({ kind: 'Hdd' });
  });

  it('is by UefiHttp what an attribute of the BIOS says, on a BMC without HttpBootUri', () => {
    const bench = createBench({ httpBootAttribute: 'HttpDev1Uri' });
    expect(bench.get(system).Boot).not.toHaveProperty('HttpBootUri');
    expect(messageIds(bench.send('PATCH', system, once('UefiHttp', { HttpBootUri: agent })))).toEqual([
      'PropertyUnknown',
    ]);
    expect(bench.get(`${system}/Bios`).Attributes).toMatchObject({ HttpDev1Uri: '' });
    bench.send('PATCH', system, once('UefiHttp'));
    expect(restart(bench).host.bootedFrom).toEqual({ kind: 'UefiHttp', uri: null });
    expect(bench.status('PATCH', settings, { Attributes: { HttpDev1Uri: agent } })).toBe(204);
    bench.send('PATCH', system, once('UefiHttp'));
    // The boot that takes the new value over goes by it already.
    expect(restart(bench).host.bootedFrom).toEqual({ kind: 'UefiHttp', uri: agent });
    expect(restart(bench).host.bootedFrom).toEqual({ kind: 'Hdd' });
    bench.send('PATCH', system, once('UefiHttp'));
    expect(restart(bench).host.bootedFrom).toEqual({ kind: 'UefiHttp', uri: agent });
    expect(bench.log.map(({ effect }) => effect?.bios).filter(Boolean)).toEqual([{ HttpDev1Uri: `→${agent}` }]);
  });

  it('is what was in at the boot, also when it is ejected later', () => {
    const bench = createBench();
    bench.send('PATCH', system, once('Cd'));
    expect(restart(bench).host.bootedFrom).toEqual({ kind: 'Hdd' });
    bench.send('POST', insert, { Image });
    bench.send('PATCH', system, once('Cd'));
    expect(restart(bench).host.bootedFrom).toEqual({ kind: 'Cd', image: Image });
    bench.send('POST', eject, {});
    expect(bench.bmc.host.bootedFrom).toEqual({ kind: 'Cd', image: Image });
  });

  it('runs once it is past POST, since that reset', () => {
    const bench = createBench();
    bench.send('POST', insert, { Image });
    bench.send('PATCH', system, once('Cd'));
    bench.send('POST', reset, { ResetType: 'PowerCycle' });
    const seen = new Set<string>();
    for (let count = 0; count < 100; count += 1) {
      bench.wait(100);
      bench.bmc = tick(bench.bmc, bench.now);
      seen.add(JSON.stringify(whatRuns(bench.bmc)));
    }
    const lastReset = start + 4_000;
    expect([...seen]).toEqual(['null', JSON.stringify({ source: { kind: 'Cd', image: Image }, since: lastReset })]);
    bench.send('POST', reset, { ResetType: 'ForceOff' });
    expect(whatRuns(bench.bmc)).toBeNull();
  });

  it('is the disk where the boot is missed, and the override is used up all the same', () => {
    const bench = createBench();
    bench.bmc = setFaults(bench.bmc, [rule('missed-boot', { until: start + 30_000 })]);
    bench.send('POST', insert, { Image });
    bench.send('PATCH', system, once('Cd'));
    expect(restart(bench).host.bootedFrom).toEqual({ kind: 'Hdd' });
    expect(bench.get(system).Boot).toMatchObject({ BootSourceOverrideEnabled: 'Disabled' });
    bench.send('PATCH', system, once('Cd'));
    expect(restart(bench).host.bootedFrom).toMatchObject({ kind: 'Cd' });
  });

  it('is missed about as often as asked', () => {
    const bench = createBench();
    bench.bmc = setFaults(bench.bmc, [rule('missed-boot', { probability: 0.3 })]);
    let missed = 0;
    for (let count = 0; count < 500; count += 1) {
      bench.send('PATCH', system, once('Pxe'));
      if (restart(bench).host.bootedFrom.kind === 'Hdd') missed += 1;
    }
    expect(missed).toBeGreaterThan(110);
    expect(missed).toBeLessThan(190);
  });
});

describe('mishaps', () => {
  it('insert-lost: yes is said, and nothing is in', () => {
    const bench = createBench();
    bench.bmc = setFaults(bench.bmc, [rule('insert-lost')]);
    expect(bench.status('POST', insert, { Image: 7 })).toBe(400);
    expect(bench.status('POST', insert, { Image })).toBe(204);
    expect(bench.get(`${media}/Cd`)).toMatchObject({ Inserted: false, Image: null });
    expect(bench.log.map(({ effect }) => effect)).toEqual([null, null]);
    bench.bmc = setFaults(bench.bmc, []);
    expect(bench.status('POST', insert, { Image })).toBe(204);
    expect(bench.bmc.media).toHaveLength(1);
  });

  it('unlicensed: media are neither shown nor taken, and all else is well', () => {
    const bench = createBench();
    bench.bmc = setFaults(bench.bmc, [rule('unlicensed')]);
    for (const answer of [
      bench.send('GET', media),
      bench.send('GET', `${media}/Cd`),
      bench.send('POST', insert, { Image }),
    ]) {
      expect(answer).toMatchObject({ status: 403 });
      expect(messageIds(answer)).toEqual(['SMC.1.0.OemLicenseNotPassed']);
    }
    expect(bench.status('GET', system)).toBe(200);
    expect(bench.status('POST', reset, { ResetType: 'ForceRestart' })).toBe(204);
  });
});
