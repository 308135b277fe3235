import { closeSync, openSync, readFileSync, readSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const MiB = 1024 * 1024;

/** A disk of a virtual machine: a file, and how it is plugged in. */
export interface DiskFile {
  /** Of the drive, in QEMU's words. */
  readonly id: string;
  readonly path: string;
  readonly bytes: number;
  readonly arguments: readonly string[];
}

export interface DiskShape {
  readonly serial: string;
  readonly mebibytes: number;
  /** What it begins with; absent: blank. */
  readonly content?: Buffer;
  /** bare: a drive that nothing is plugged into yet. */
  readonly plug?: 'virtio' | 'nvme' | 'bare';
}

let count = 0;

export function diskFile(folder: string, { serial, mebibytes, content, plug = 'virtio' }: DiskShape): DiskFile {
  count += 1;
  const id = `d${count}`;
  const path = join(folder, id);
  writeFileSync(path, content ?? '');
  truncateSync(path, mebibytes * MiB);
  const device = {
    virtio: `virtio-blk-pci,drive=${id},serial=${serial},discard=on`,
    nvme: `nvme,drive=${id},serial=${serial}`,
    bare: null,
  }[plug];
  // What the guest was told is on the disk is in the file, also when QEMU is killed.
  const drive = `if=none,id=${id},format=raw,file=${path},cache=writethrough`;
  return {
    id,
    path,
    bytes: mebibytes * MiB,
    arguments: ['-drive', drive, ...(device === null ? [] : ['-device', device])],
  };
}

export function bytesOf({ path }: Pick<DiskFile, 'path'>, offset: number, length: number): Buffer {
  const handle = openSync(path, 'r');
  const bytes = Buffer.alloc(length);
  readSync(handle, bytes, 0, length, offset);
  closeSync(handle);
  return bytes;
}

export const isZero = (bytes: Buffer): boolean => bytes.equals(Buffer.alloc(bytes.length));

/** What the agent left there (docs/boot.md), as its lines. */
export const markerOn = (disk: DiskFile): string =>
  bytesOf(disk, disk.bytes - 512 * 1024, 4096)
    .toString('latin1')
    .replace(/\0+$/, '');

/** A marker as an agent of another facility, or of before, would have left it. */
export function mark(disk: DiskFile, facility: string, grant: string, state: string): void {
  const lines = `nanometal-marker=1\nfacility=${facility}\ngrant=${grant}\nstate=${state}\n`;
  const bytes = readFileSync(disk.path);
  bytes.write(lines, disk.bytes - 512 * 1024, 'latin1');
  writeFileSync(disk.path, bytes);
}
