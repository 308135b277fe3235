import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const MiB = 1024 * 1024;

/** An image as somebody publishes it, and what it becomes on a disk. */
export interface TinyImage {
  /** The file at the URL. */
  readonly file: Buffer;
  readonly sha256: string;
  readonly format: 'raw' | 'raw.gz' | 'raw.zst';
  /** Unpacked. */
  readonly raw: Buffer;
}

/**
 * A disk image of so many MiB with a GPT, an EFI system partition whose BOOTX64.EFI is `program` and, last, a Linux
 * partition that is full of what cannot be compressed.
 */
export function tinyImage(folder: string, format: TinyImage['format'], mebibytes: number, program: Buffer): TinyImage {
  const path = join(folder, `image-${format}`);
  writeFileSync(path, '');
  truncateSync(path, mebibytes * MiB);
  execFileSync('sfdisk', ['-q', path], {
    input: 'label: gpt\nstart=1MiB, size=8MiB, type=U\nstart=9MiB, type=L\n',
  });
  const system = join(folder, 'efi.img');
  writeFileSync(system, '');
  truncateSync(system, 8 * MiB);
  const programFile = join(folder, 'program.efi');
  writeFileSync(programFile, program);
  execFileSync('mformat', ['-i', system, '-h', '64', '-s', '32', '-t', '8', '::']);
  execFileSync('mmd', ['-i', system, '::/EFI', '::/EFI/BOOT']);
  execFileSync('mcopy', ['-i', system, programFile, '::/EFI/BOOT/BOOTX64.EFI']);
  const handle = openSync(path, 'r+');
  writeSync(handle, readFileSync(system), 0, 8 * MiB, MiB);
  writeSync(handle, noise((mebibytes - 10) * MiB), 0, (mebibytes - 10) * MiB, 9 * MiB);
  closeSync(handle);
  const raw = readFileSync(path);
  const file = pack(path, raw, format);
  return { file, sha256: sha256(file), format, raw };
}

/** One that is there already. */
export function packed(raw: Buffer): TinyImage {
  const file = gzipSync(raw, { level: 1 });
  return { file, sha256: sha256(file), format: 'raw.gz', raw };
}

function pack(path: string, raw: Buffer, format: TinyImage['format']): Buffer {
  switch (format) {
    case 'raw':
      return raw;
    case 'raw.gz':
      return gzipSync(raw, { level: 1 });
    case 'raw.zst':
      return execFileSync('zstd', ['-q', '-1', '-c', path], { maxBuffer: 1024 * MiB });
  }
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The same in every run. */
export function noise(bytes: number): Buffer {
  const blocks: Buffer[] = [];
  for (let at = 0; at * 64 * 1024 < bytes; at += 1) {
    blocks.push(
      createHash('shake256', { outputLength: 64 * 1024 })
        .update(`${at}`)
        .digest(),
    );
  }
  return Buffer.concat(blocks).subarray(0, bytes);
}
