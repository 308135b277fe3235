import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bench, grant, workItem } from './world/bench.ts';
import { all, first } from './world/boot-service.ts';
import { bytesOf, type DiskFile, isZero, MiB, markerOn } from './world/disk-file.ts';
import { skipMetal } from './world/needs.ts';
import { noise, sha256 } from './world/tiny-image.ts';

/*
 * What QEMU offers: NVMe that knows Format, virtio that knows Discard. It knows neither Sanitize nor ATA's security
 * commands, so that those two are not tried here.
 */
describe.skipIf(skipMetal)('an erase', () => {
  let bench: Bench;
  let disks: Readonly<Record<'nvme' | 'virtio' | 'space1' | 'space2' | 'bystander', DiskFile>>;

  const digest = ({ path }: DiskFile): string => sha256(readFileSync(path));
  /** All of it but the place of the marker. */
  const isErased = (disk: DiskFile): boolean =>
    isZero(bytesOf(disk, 0, disk.bytes - MiB / 2)) &&
    isZero(bytesOf(disk, disk.bytes - MiB / 2 + 4096, MiB / 2 - 4096));

  beforeAll(async () => {
    bench = await Bench.open();
    const disk = (serial: string, plug: 'virtio' | 'nvme' | 'bare'): DiskFile =>
      bench.disk({ serial, mebibytes: 16, content: noise(16 * MiB), plug });
    disks = {
      nvme: disk('NVME', 'nvme'),
      virtio: disk('VIRTIO', 'virtio'),
      space1: disk('SPACE1', 'bare'),
      space2: disk('SPACE2', 'bare'),
      bystander: disk('BYSTANDER', 'virtio'),
    };
    bench.startAgent(Object.values(disks), bench.service.settings, [
      ...['-device', 'nvme,id=both,serial=BOTH'],
      ...['-device', `nvme-ns,bus=both,nsid=1,drive=${disks.space1.id}`],
      ...['-device', `nvme-ns,bus=both,nsid=2,drive=${disks.space2.id}`],
    ]);
  });
  afterAll(() => bench.close());

  it('takes the way that each disk offers, and shows that it went', async () => {
    const bystander = digest(disks.bystander);
    const end = await bench.outcome(
      bench.service.work(workItem({ verb: 'Erase', disk: ['serial:NVME', 'serial:VIRTIO'] })),
    );
    expect(first(end, 'state'), first(end, 'message')).toBe('done');
    expect([...all(end, 'receipt')].sort()).toEqual([
      'NVME method=nvme-format answer=Success%20formatting%20namespace:1 verified=zero:64',
      `VIRTIO method=discard-zero answer=${16 * MiB}%20bytes%20of%20zeros verified=zero:64`,
    ]);
    expect(isErased(disks.nvme)).toBe(true);
    expect(isErased(disks.virtio)).toBe(true);
    expect(digest(disks.bystander)).toBe(bystander);
  });

  it('keeps its receipt on the disk: asked again under the same grant it does nothing, and still has it', async () => {
    const claim = await bench.claim();
    expect(all(claim, 'marker').map((line) => line.replace(/^\S+ /, ''))).toEqual([
      `ams1 ${grant} erased`,
      `ams1 ${grant} erased`,
    ]);
    const before = Object.values(disks).map(digest);
    const end = await bench.outcome(
      bench.service.work(workItem({ verb: 'Erase', disk: ['serial:NVME', 'serial:VIRTIO'] })),
    );
    expect(first(end, 'state'), first(end, 'message')).toBe('done');
    expect(all(end, 'receipt')).toHaveLength(2);
    expect(Object.values(disks).map(digest)).toEqual(before);
    expect(markerOn(disks.nvme)).toContain('state=erased\nreceipt=NVME method=nvme-format ');
  });

  it('of one namespace leaves the other of the same controller alone', async () => {
    const other = digest(disks.space2);
    const ambiguous = await bench.outcome(bench.service.work(workItem({ verb: 'Erase', disk: 'serial:BOTH' })));
    expect(first(ambiguous, 'reason')).toBe('DiskAmbiguous');
    // The name that the kernel makes of model, serial and number: QEMU's own EUI-64 it does not believe.
    const [, name] = /serial=BOTH wwn=(nvme\.\S+-00000001) /.exec(all(await bench.claim(), 'disk').join('\n')) ?? [];
    const end = await bench.outcome(bench.service.work(workItem({ verb: 'Erase', disk: `wwn:${name}` })));
    expect(first(end, 'state'), first(end, 'message')).toBe('done');
    expect(isErased(disks.space1)).toBe(true);
    expect(digest(disks.space2)).toBe(other);
  });

  it('of which one disk is missing touches none', async () => {
    const before = Object.values(disks).map(digest);
    const end = await bench.outcome(
      bench.service.work(workItem({ verb: 'Erase', disk: ['serial:BYSTANDER', 'serial:GONE'] })),
    );
    expect([first(end, 'reason'), first(end, 'disk')]).toEqual(['DiskMissing', 'untouched']);
    expect(Object.values(disks).map(digest)).toEqual(before);
  });
});
