import { isLong } from '../../long.ts';
import { missing } from '../../system/world/tools.ts';

/** Firmware of the virtual machines. */
export const firmware = '/usr/share/OVMF';
/** What a PXE client is given first. */
export const pxeProgram = '/usr/lib/ipxe/snponly.efi';

const longPackages = {
  debootstrap: '/usr/sbin/debootstrap',
  e2fsprogs: '/usr/sbin/mkfs.ext4',
  'openssh-client': 'ssh-keygen',
};

/** By the package that brings it; what the agent and the images for tests are built with is among it. */
const packages = {
  'qemu-system-x86': 'qemu-system-x86_64',
  ovmf: `${firmware}/OVMF_CODE_4M.ms.fd`,
  'busybox-static': 'busybox',
  mtools: 'mformat',
  xorriso: 'xorriso',
  binutils: 'objcopy',
  cpio: 'cpio',
  zstd: 'zstd',
  fdisk: '/usr/sbin/sfdisk',
  ipxe: pxeProgram,
  // The long form makes a Debian, and logs in to it.
  ...(isLong ? longPackages : {}),
};
/** A network namespace with a bridge and DHCP. */
const networkPackages = { 'dnsmasq-base': '/usr/sbin/dnsmasq', iproute2: 'ip' };

const absent = missing(packages);
export const absentForSites = [...absent, ...missing(networkPackages)];
if (absentForSites.length > 0) process.stderr.write(`missing: apt-get install ${absentForSites.join(' ')}\n`);

// In CI it must be there: then nothing is skipped, and what is missing makes the tests fail.
export const skipMetal = absent.length > 0 && !process.env.CI;
/** For root alone. */
export const skipSite = (absentForSites.length > 0 || process.getuid?.() !== 0) && !process.env.CI;
