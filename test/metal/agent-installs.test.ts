import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { Bench, grant, workItem } from './world/bench.ts';
import { all, first } from './world/boot-service.ts';
import { bytesOf, type DiskFile, MiB, markerOn } from './world/disk-file.ts';
import { skipMetal } from './world/needs.ts';
import { noise, sha256, type TinyImage, tinyImage } from './world/tiny-image.ts';

const seed = {
  'user-data': '#cloud-config\nhostname: one\n',
  'meta-data': 'instance-id: one\n',
  'network-config': 'version: 2\n',
};

describe.skipIf(skipMetal)('an install', () => {
  let bench: Bench;
  let zst: TinyImage;
  let gz: TinyImage;
  let disks: Readonly<Record<'zst' | 'gz' | 'bystander', DiskFile>>;
  let bystander: string;

  beforeAll(async () => {
    bench = await Bench.open();
    const { service } = bench;
    zst = tinyImage(bench.folder, 'raw.zst', 14, noise(MiB));
    gz = tinyImage(bench.folder, 'raw.gz', 16, noise(MiB));
    for (const image of [zst, gz]) service.files.set(`/images/${image.sha256}`, image.file);
    for (const [name, text] of Object.entries(seed)) service.files.set(`/agent/v1/seed/${name}`, Buffer.from(text));
    disks = {
      zst: bench.disk({ serial: 'ZST', mebibytes: 128, plug: 'nvme' }),
      gz: bench.disk({ serial: 'GZ', mebibytes: 64, content: noise(64 * MiB) }),
      bystander: bench.disk({ serial: 'BYSTANDER', mebibytes: 32, content: noise(32 * MiB) }),
    };
    bystander = sha256(readFileSync(disks.bystander.path));
  });
  afterAll(() => bench.close());

  const install = (image: TinyImage, fields: Readonly<Record<string, string>>): string =>
    workItem({
      verb: 'Install',
      overwrite: 'no',
      image: `${bench.service.url}/images/${image.sha256}`,
      format: image.format,
      sha256: image.sha256,
      ...fields,
    });

  it('of a zst, with a seed: the partition grows, the seed stands behind it, everything else is the image', async () => {
    // The way there breaks off once, and goes on from where it was.
    bench.service.cutAfter = 3 * MiB;
    bench.startAgent(Object.values(disks));
    const end = await bench.outcome(
      bench.service.work(install(zst, { disk: 'serial:ZST', seed: Object.keys(seed).join(' ') })),
    );
    expect([first(end, 'state'), first(end, 'disk')], first(end, 'message')).toEqual(['done', 'installed']);
    expect(first(end, 'evidence')).toBe(`verified sha256:${sha256(zst.raw)} ${zst.raw.length} bytes on ZST`);
    expect(bench.service.ranges[0]).toBe('bytes=0-');
    expect(bench.service.ranges.slice(1)).toEqual([expect.stringMatching(/^bytes=[1-9]\d*-$/)]);

    const table = execFileSync('sfdisk', ['--dump', disks.zst.path], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString();
    expect(table.match(/start= *\d+, size= *\d+, type=[0-9A-F]{8}/g)).toEqual([
      'start=        2048, size=       16384, type=C12A7328',
      `start=       18432, size=${String((128 - 1 - 40 - 9) * 2048).padStart(12)}, type=0FC63DAF`,
      `start=${String((128 - 1 - 40) * 2048).padStart(12)}, size=       81920, type=EBD0A0A2`,
    ]);
    // sfdisk finds fault with either copy of the table, if there is any.
    expect(execFileSync('sfdisk', ['--verify', disks.zst.path]).toString()).toContain('No errors detected.');
    expect(bytesOf(disks.zst, 0, 440).equals(zst.raw.subarray(0, 440))).toBe(true);
    expect(bytesOf(disks.zst, MiB, 13 * MiB).equals(zst.raw.subarray(MiB))).toBe(true);
    const found = join(bench.folder, 'seed.img');
    writeFileSync(found, bytesOf(disks.zst, 87 * MiB, 40 * MiB));
    expect(labelOf(found)).toBe('CIDATA');
    for (const [name, text] of Object.entries(seed)) {
      expect(execFileSync('mcopy', ['-n', '-i', found, `::/${name}`, '-']).toString()).toBe(text);
    }
    expect(markerOn(disks.zst)).toContain(`facility=ams1\ngrant=${grant}\nstate=installed\n`);
  });

  it('is not done again under the same grant', async () => {
    const claim = await bench.claim();
    expect(all(claim, 'marker')).toEqual([`nvme0n1 ams1 ${grant} installed`]);
    const before = sha256(readFileSync(disks.zst.path));
    const end = await bench.outcome(bench.service.work(install(zst, { disk: 'serial:ZST', overwrite: 'yes' })));
    expect([first(end, 'state'), first(end, 'disk')]).toEqual(['done', 'installed']);
    expect(first(end, 'evidence')).toBe(`verified sha256:${sha256(zst.raw)} ${zst.raw.length} bytes on ZST`);
    expect(sha256(readFileSync(disks.zst.path))).toBe(before);
  });

  it.runIf(isLong)('of a gz over something else, with consent', async () => {
    const end = await bench.outcome(bench.service.work(install(gz, { disk: 'serial:GZ', overwrite: 'yes' })));
    expect([first(end, 'state'), first(end, 'disk')], first(end, 'message')).toEqual(['done', 'installed']);
    expect(bytesOf(disks.gz, MiB, 15 * MiB).equals(gz.raw.subarray(MiB))).toBe(true);
    // Nothing is written between the image and the last MiB.
    expect(bytesOf(disks.gz, 16 * MiB, 47 * MiB).equals(noise(64 * MiB).subarray(16 * MiB, 63 * MiB))).toBe(true);
  });

  it('leaves other disks as they are', () => {
    expect(sha256(readFileSync(disks.bystander.path))).toBe(bystander);
  });

  // Whole installs do so too.
  it.skipIf(!isLong)('ends with what it is told: the machine starts anew', async () => {
    const { service } = bench;
    await bench.cut();
    const machine = bench.startAgent([disks.bystander]);
    service.onClaim = () => 'then=disk\n';
    await machine.ended();
    expect(bench.log).toContain('told to boot from the disk');
  });
});

function labelOf(path: string): string {
  return execFileSync('blkid', ['-s', 'LABEL', '-o', 'value', path]).toString().trim();
}
