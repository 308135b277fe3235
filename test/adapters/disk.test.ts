import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type HostDisk, openDisk as open } from '../../src/adapters/disk.ts';
import { diskCases } from '../../src/conformance/disk.ts';
import { makeTestFolder } from './folder.ts';

async function openDisk(folder: string): Promise<HostDisk> {
  const disk = await open(folder);
  onTestFinished(() => disk.close());
  return disk;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the disk keeps the promises of its port', () => {
  const cases = diskCases(async () => {
    const folder = join(await makeTestFolder(), 'state');
    const disk = await openDisk(folder);
    return {
      disk,
      async reopen() {
        await disk.close();
        return openDisk(folder);
      },
    };
  });
  test.each(cases)('$name', ({ run }) => run());
});

describe('on this host', () => {
  test('folders are 0700 and files 0600, whatever the umask', async () => {
    const folder = join(await makeTestFolder(), 'above', 'state');
    const disk = await openDisk(folder);
    await disk.write('inner/written', bytes('1'));
    await disk.append('appended', bytes('2'));
    for (const path of [folder, join(folder, 'inner')]) expect((await stat(path)).mode & 0o777).toBe(0o700);
    for (const path of ['inner/written', 'appended']) expect((await stat(join(folder, path))).mode & 0o777).toBe(0o600);
  });

  test('a path that leaves the folder throws, and harms nothing', async () => {
    const disk = await openDisk(join(await makeTestFolder(), 'state'));
    for (const path of ['', '/etc/passwd', '../out', 'a/../b', 'a//b', './a', 'a\0b', 'a\\b', 'half.tmp']) {
      expect(() => disk.read(path)).toThrow('not a path in the state folder');
    }
    await disk.write('..fine', bytes('1'));
  });

  test('what a crash left half-written is never read, and a write leaves nothing behind', async () => {
    const folder = await makeTestFolder();
    const disk = await openDisk(folder);
    await writeFile(join(folder, 'file.1.tmp'), 'hal');
    expect(await disk.read('file')).toBeNull();
    await disk.write('file', bytes('good'));
    await disk.write('file', bytes('better'));
    expect((await readdir(folder)).sort()).toEqual(['file', 'file.1.tmp']);
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('better');
  });

  test('two writers of one file leave one of the two contents', async () => {
    const folder = await makeTestFolder();
    const disk = await openDisk(folder);
    const texts = ['a'.repeat(200_000), 'b'.repeat(100_000)];
    await Promise.all(texts.map((text) => disk.write('file', bytes(text))));
    expect(texts).toContain(await readFile(join(folder, 'file'), 'utf8'));
  });

  test('after a failure every later call fails with the same error', async () => {
    const folder = await makeTestFolder();
    await mkdir(join(folder, 'taken'));
    const disk = await openDisk(folder);
    await disk.append('log', bytes('1'));
    await expect(disk.append('taken', bytes('2'))).rejects.toMatchObject({ code: 'EISDIR' });
    await expect(disk.append('log', bytes('3'))).rejects.toMatchObject({ code: 'EISDIR' });
    await expect(disk.read('log')).rejects.toMatchObject({ code: 'EISDIR' });
    expect(await readFile(join(folder, 'log'), 'utf8')).toBe('1');
  });

  test('an append to a file that somebody removed or replaced is not taken for durable', async () => {
    const folder = await makeTestFolder();
    for (const spoil of [
      () => rm(join(folder, 'log')),
      async () => {
        await rm(join(folder, 'log'));
        await writeFile(join(folder, 'log'), 'another');
      },
    ]) {
      const disk = await openDisk(folder);
      await disk.append('log', bytes('1'));
      await spoil();
      await expect(disk.append('log', bytes('2'))).rejects.toThrow();
    }
  });
});
