import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Firmware of the virtual machines, from Debian's package `ovmf`. */
export const firmware = '/usr/share/OVMF';

const programs = [
  'qemu-system-x86_64',
  'busybox',
  'xorriso',
  'mcopy',
  'mformat',
  'objcopy',
  'cpio',
  'zstd',
  'sfdisk',
  'apt-get',
];

const isThere = (path: string, mode: number): boolean => {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
};

function missing(): readonly string[] {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return [
    ...programs.filter((name) => !folders.some((folder) => isThere(join(folder, name), constants.X_OK))),
    ...(isThere(join(firmware, 'OVMF_CODE_4M.ms.fd'), constants.R_OK) ? [] : ['OVMF']),
    ...(process.getuid?.() === 0 ? [] : ['root']),
  ];
}

/** Whether the tests with virtual machines are left out here. In CI they never are: there, what is missing makes them fail. */
export function noMetal(): boolean {
  const names = missing();
  if (names.length === 0) return false;
  process.stderr.write(
    `${names.join(', ')} missing: apt-get install qemu-system-x86 ovmf busybox-static mtools xorriso binutils cpio zstd\n`,
  );
  return !process.env.CI;
}
