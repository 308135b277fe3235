import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { Bench, grant, workItem } from './world/bench.ts';
import { first } from './world/boot-service.ts';
import { bytesOf, type DiskFile, MiB, markerOn } from './world/disk-file.ts';
import { guestBuilder } from './world/guest.ts';
import { skipMetal } from './world/needs.ts';
import { packed, sha256, type TinyImage } from './world/tiny-image.ts';

/** The power goes when so much of the file has come, or when the agent has just said this. */
type Cut = { readonly share: number } | { readonly says: RegExp };
const cuts: readonly Cut[] = [
  ...[0.01, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95].map((share) => ({ share })),
  { says: /reading TARGET back/ },
  { says: /finishing TARGET/ },
];

/*
 * An install that is cut off again and again, at other places; each time UEFI is asked what it finds on that disk. In the short
 * form a few of the places.
 */
describe.skipIf(skipMetal)('an install whose machine loses power', () => {
  let bench: Bench;
  let image: TinyImage;
  let target: DiskFile;
  let bystander: DiskFile;
  let before: string;

  beforeAll(async () => {
    bench = await Bench.open();
    const guests = await guestBuilder(bench.folder);
    image = packed(readFileSync(await guests.disk({ from: 'disk', does: 'poweroff' })));
    // It boots already, from another system: that must not come back either.
    target = bench.disk({ serial: 'TARGET', mebibytes: 64, content: image.raw });
    bystander = bench.disk({ serial: 'BYSTANDER', mebibytes: 16, content: Buffer.alloc(16 * MiB, 'x') });
    before = sha256(readFileSync(bystander.path));
  });
  afterAll(() => bench.close());

  const item = (): string =>
    workItem({
      verb: 'Install',
      overwrite: 'yes',
      disk: 'serial:TARGET',
      image: `${bench.service.url}/images/${image.sha256}`,
      format: image.format,
      sha256: image.sha256,
    });

  /** What UEFI does with the disk: it starts what is there, or ends up in its own shell, or finds that even this does not start. */
  async function firmwareStarts(): Promise<boolean> {
    const drive = `if=none,id=only,format=raw,file=${target.path}`;
    const devices = ['-drive', drive, '-device', 'virtio-blk-pci,drive=only,bootindex=0'];
    const machine = bench.start(devices, { uefi: 'plain' });
    await machine.until(/guest: up from=disk|UEFI Interactive Shell|No bootable option or device was found/);
    await bench.cut();
    return machine.serial.includes('guest: up');
  }

  const begin = (): ReturnType<Bench['startAgent']> => {
    const { service } = bench;
    service.calls.length = 0;
    service.files.set(`/images/${image.sha256}`, image.file);
    service.onReport = (call) => (first(call, 'state') === 'working' ? 'then=wait\n' : 'then=claim\n');
    service.onClaim = () => service.work(item());
    return bench.startAgent([target, bystander]);
  };

  it('begins with a disk that boots', async () => {
    expect(await firmwareStarts()).toBe(true);
  });

  it.each(isLong ? cuts : cuts.filter((_, at) => at === 4 || at === cuts.length - 1))(
    'at %j: nothing on that disk boots',
    async (cut) => {
      const { service } = bench;
      if ('share' in cut) service.stallAfter = Math.ceil(image.file.length * cut.share);
      const machine = begin();
      if ('share' in cut) {
        await service.stalled();
        await service.until((call) => first(call, 'disk') === 'dirty');
      } else {
        await machine.until(cut.says);
      }
      await bench.cut();
      expect(markerOn(target)).toContain(`grant=${grant}\nstate=dirty\n`);
      expect(await firmwareStarts()).toBe(false);
    },
  );

  it('is finished under the same grant, and boots', async () => {
    begin();
    const end = await bench.service.end();
    expect([first(end, 'state'), first(end, 'disk')], first(end, 'message')).toEqual(['done', 'installed']);
    await bench.cut();
    expect(markerOn(target)).toContain(`grant=${grant}\nstate=installed\n`);
    const content = image.raw.subarray(MiB, image.raw.length - MiB);
    expect(bytesOf(target, MiB, content.length).equals(content)).toBe(true);
    expect(await firmwareStarts()).toBe(true);
  });

  it('leaves the other disk as it was', () => {
    expect(sha256(readFileSync(bystander.path))).toBe(before);
  });
});
