import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { Bench, grant, mac, serial, uuid, workItem } from './world/bench.ts';
import { type Answer, all, type Call, first } from './world/boot-service.ts';
import { bytesOf, type DiskFile, isZero, MiB, mark, markerOn } from './world/disk-file.ts';
import { skipMetal } from './world/needs.ts';
import { Switch } from './world/switch.ts';
import { noise, sha256, type TinyImage, tinyImage } from './world/tiny-image.ts';

/*
 * One agent is handed one work item after the other, and each is refused for its own reason; what a disk held before is
 * there afterwards. In the short form each reason once that keeps a disk from harm, in the long one each way to each.
 */
describe.skipIf(skipMetal)('an agent that is handed what it must not do', () => {
  const secondMac = '52:54:00:ab:cd:02';
  let bench: Bench;
  let neighbour: Switch;
  let image: TinyImage;
  let disks: Readonly<Record<'blank' | 'twin1' | 'twin2' | 'small' | 'full' | 'other' | 'bystander', DiskFile>>;
  let before: Readonly<Record<string, string>>;
  let claims: Call[];

  const digests = (): Record<string, string> =>
    Object.fromEntries(Object.entries(disks).map(([name, { path }]) => [name, sha256(readFileSync(path))]));

  beforeAll(async () => {
    bench = await Bench.open();
    image = tinyImage(bench.folder, 'raw.zst', 24, noise(MiB));
    const disk = (name: string, mebibytes: number, content?: Buffer): DiskFile =>
      bench.disk({ serial: name, mebibytes, ...(content ? { content } : {}) });
    disks = {
      blank: disk('BLANK', 64),
      twin1: disk('TWIN', 64),
      twin2: disk('TWIN', 64),
      small: disk('SMALL', 16),
      full: disk('FULL', 64, image.raw),
      other: disk('OTHER', 64),
      bystander: disk('BYSTANDER', 64, noise(64 * MiB)),
    };
    mark(disks.other, 'fra1', grant, 'installed');
    before = digests();
    bench.service.files.set('/images/good', image.file);
    neighbour = await Switch.connect(secondMac, 'switch 7', 'Eth1/12');
    bench.startAgent(Object.values(disks), bench.service.settings, neighbour.arguments);
    claims = bench.service.calls;
    await bench.service.until(({ path }) => path === '/agent/v1/claim');
  });
  afterAll(async () => {
    await bench.close();
    neighbour.close();
  });

  const install = (fields: Readonly<Record<string, string | undefined>> = {}): string =>
    workItem({
      verb: 'Install',
      disk: 'serial:BLANK',
      overwrite: 'no',
      image: `${bench.service.url}/images/good`,
      format: 'raw.zst',
      sha256: image.sha256,
      ...fields,
    });

  type Refused = readonly [reason: string, disk: string, answer: () => Answer];
  const refused: readonly Refused[] = [
    [
      'SignatureWrong',
      'untouched',
      () =>
        bench.service
          .work(install())
          .replace(/item=.*/, `item=${Buffer.from(install({ overwrite: 'yes' })).toString('base64')}`),
    ],
    ['ContractUnknown', 'untouched', () => bench.service.work(install({ contract: '2' }))],
    ['ContractUnknown', 'untouched', () => bench.service.work(install({ verb: 'Dance' }))],
    ['ContractUnknown', 'untouched', () => bench.service.work(install({ format: 'qcow2' }))],
    [
      'NotThisMachine',
      'untouched',
      () => bench.service.work(install({ uuid: '4c4c4544-0058-4b10-8032-b7c04f4d3934' })),
    ],
    ['NotThisMachine', 'untouched', () => bench.service.work(install({ serial: '7XK2M94' }))],
    ['NotThisMachine', 'untouched', () => bench.service.work(install({ uuid: undefined, serial: undefined }))],
    ['DiskAmbiguous', 'untouched', () => bench.service.work(install({ disk: 'serial:TWIN' }))],
    ['DiskTooSmall', 'untouched', () => bench.service.work(install({ disk: 'serial:SMALL' }))],
    ['DiskNotBlank', 'untouched', () => bench.service.work(install({ disk: 'serial:FULL' }))],
    ['DiskNotBlank', 'untouched', () => bench.service.work(install({ disk: 'serial:BYSTANDER' }))],
    ['MarkedByOther', 'untouched', () => bench.service.work(install({ disk: 'serial:OTHER', overwrite: 'yes' }))],
    ['DiskMissing', 'untouched', () => bench.service.work(install({ disk: 'serial:GONE' }))],
    ['DownloadFailed', 'untouched', () => bench.service.work(install({ image: `${bench.service.url}/images/none` }))],
    ['SeedFailed', 'untouched', () => bench.service.work(install({ seed: 'user-data' }))],
    ['MarkedByOther', 'untouched', () => bench.service.work(workItem({ verb: 'Erase', disk: 'serial:OTHER' }))],
    ['Expired', 'untouched', () => bench.service.work(install({ seconds: '0' }))],
  ];
  const harmless = new Set(['ContractUnknown', 'DownloadFailed', 'SeedFailed']);
  const eachReasonOnce = refused.filter(
    ([reason], at) => !harmless.has(reason) && refused.findIndex(([one]) => one === reason) === at,
  );

  it('first says who it is, and what is there', () => {
    const call = claims[0];
    if (call === undefined) throw new Error('no claim');
    expect(first(call, 'contract')).toBe('1');
    expect(first(call, 'uuid')).toBe(uuid);
    expect(first(call, 'serial')).toBe(serial);
    expect(first(call, 'chassis')).toBe('CHASSIS-1');
    expect(first(call, 'boot')).toMatch(/^[0-9a-f-]{36}$/);
    expect(all(call, 'mac')).toEqual([mac, secondMac]);
    expect(all(call, 'link')[0]).toBe(`${mac} up`);
    expect(all(call, 'disk').map((line) => line.replace(/^vd. /, ''))).toEqual(
      ['BLANK', 'TWIN', 'TWIN', 'SMALL', 'FULL', 'OTHER', 'BYSTANDER'].map(
        (name) => `bytes=${(name === 'SMALL' ? 16 : 64) * MiB} serial=${name} rotational=1 removable=0`,
      ),
    );
    expect(all(call, 'holds')).toEqual(['vde gpt vfat', 'vdg data']);
    expect(all(call, 'marker')).toEqual([`vdf fra1 ${grant} installed`]);
  });

  it('says which port of which switch it is connected to, once that was heard', async () => {
    const call = await bench.service.until((one) => all(one, 'link').some((link) => link.includes(' lldp:')));
    expect(all(call, 'link')).toEqual([`${mac} up`, `${secondMac} up lldp:switch%207/Eth1/12`]);
  });

  it.each(isLong ? refused : eachReasonOnce)('%s: the disk is %s', async (reason, disk, answer) => {
    const end = await bench.outcome(answer());
    expect([first(end, 'state'), first(end, 'reason'), first(end, 'disk')], first(end, 'message')).toEqual([
      'failed',
      reason,
      disk,
    ]);
    expect(first(end, 'grant')).toBe(grant);
    expect(first(end, 'message')).toBeTruthy();
  });

  it('has written nothing', () => {
    expect(digests()).toEqual(before);
  });

  it('DigestDiffers: begun, and not made bootable', async () => {
    const end = await bench.outcome(bench.service.work(install({ sha256: 'ab'.repeat(32) })));
    expect([first(end, 'reason'), first(end, 'disk')]).toEqual(['DigestDiffers', 'dirty']);
    expect(isZero(bytesOf(disks.blank, 0, MiB))).toBe(true);
    expect(markerOn(disks.blank)).toContain('state=dirty\n');
  });

  it('a server with another key is not spoken to', async () => {
    await bench.cut();
    bench.service.calls.length = 0;
    const machine = bench.startAgent(
      [disks.full],
      bench.service.settings.replace(/pin=./, 'pin=A').replace('pin=A', 'pin=B'),
    );
    await machine.until(/nanometal agent/);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    expect(bench.service.calls).toEqual([]);
    expect(sha256(readFileSync(disks.full.path))).toBe(before.full);
  });
});
