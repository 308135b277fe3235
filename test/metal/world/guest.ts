import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { gptDisk } from './gpt.ts';
import { dependencyOf, must, unpack } from './packages.ts';

/** What a system for tests says of where it was put, and does when it is up; see `guest-init.sh`. */
export interface Guest {
  readonly from: string;
  readonly does: 'wait' | 'reboot' | 'poweroff' | 'phone-home';
}

/** Builds systems that boot, out of Debian's small kernel and busybox. */
export interface GuestBuilder {
  /** What a loader starts, and the command line for it. */
  readonly kernel: string;
  readonly initrd: string;
  commandLine(guest: Guest): string;
  /** A medium that UEFI boots from. */
  iso(guest: Guest): Promise<string>;
  /** A whole disk: GPT, one EFI system partition. */
  disk(guest: Guest): Promise<string>;
  /** The same, started as Debian does it where Secure Boot is enforced: shim, GRUB and kernel, each by its signature. */
  signedDisk(guest: Guest): Promise<string>;
}

/** In the order in which they are loaded. */
const modules = [
  ...['virtio_ring', 'virtio', 'virtio_pci_legacy_dev', 'virtio_pci_modern_dev', 'virtio_pci', 'virtio-rng'],
  ...['failover', 'net_failover', 'virtio_net', 'virtio_blk', 'button', 'evdev'],
  ...['fat', 'vfat', 'nls_cp437', 'nls_ascii', 'nls_utf8', 'nls_iso8859-1'],
];
const mebibyte = 1024 ** 2;

export async function guestBuilder(folder: string): Promise<GuestBuilder> {
  const kernelPackage = await dependencyOf('linux-image-cloud-amd64', 'linux-image-');
  const [kernel, stub] = [await unpack(kernelPackage), await unpack('systemd-boot-efi')];
  const work = mkdtempSync(join(folder, 'guest-'));
  const [vmlinuz = ''] = readdirSync(join(kernel, 'boot')).filter((name) => name.startsWith('vmlinuz-'));
  await buildInitrd(work, kernel);
  const sections = (commandLine: string): readonly (readonly [string, string, string])[] => [
    ['.cmdline', commandLine, '0x30000'],
    ['.linux', join(kernel, 'boot', vmlinuz), '0x2000000'],
    ['.initrd', join(work, 'initrd'), '0x4000000'],
  ];

  /** One EFI program that is all of it. */
  async function efi({ from, does }: Guest): Promise<string> {
    const path = join(work, `${from}-${does}.efi`);
    writeFileSync(`${path}.cmdline`, `${argumentsOf({ from, does })}\0`);
    const added = sections(`${path}.cmdline`).flatMap(([name, file, at]) => [
      ...['--add-section', `${name}=${file}`],
      ...['--change-section-vma', `${name}=${at}`],
    ]);
    await must('objcopy', [...added, join(stub, 'usr/lib/systemd/boot/efi/linuxx64.efi.stub'), path], work);
    return path;
  }

  return {
    kernel: join(kernel, 'boot', vmlinuz),
    initrd: join(work, 'initrd'),
    commandLine: argumentsOf,
    async signedDisk(guest) {
      const [shim, grub] = [await unpack('shim-signed'), await unpack('grub-efi-amd64-signed')];
      const path = join(work, `${guest.from}-${guest.does}-signed.raw`);
      writeFileSync(`${path}.cfg`, `linux /vmlinuz ${argumentsOf(guest)}\ninitrd /initrd\nboot\n`);
      const files = new Map([
        ['EFI/BOOT/BOOTX64.EFI', join(shim, 'usr/lib/shim/shimx64.efi.signed')],
        ['EFI/BOOT/grubx64.efi', join(grub, 'usr/lib/grub/x86_64-efi-signed/grubx64.efi.signed')],
        ['EFI/debian/grub.cfg', `${path}.cfg`],
        ['vmlinuz', join(kernel, 'boot', vmlinuz)],
        ['initrd', join(work, 'initrd')],
      ]);
      const size = [...files.values()].reduce((sum, file) => sum + megabytesFor(file), 0);
      writeFileSync(path, gptDisk(size * mebibyte));
      await fillBootPartition(`${path}@@1M`, size, files);
      return path;
    },
    async iso(guest) {
      const program = await efi(guest);
      const path = program.replace(/efi$/, 'iso');
      const tree = `${path}.tree`;
      mkdirSync(tree);
      await must('truncate', ['-s', `${megabytesFor(program)}M`, join(tree, 'efi.img')], work);
      await fillBootPartition(join(tree, 'efi.img'), megabytesFor(program), alone(program));
      const options = ['-as', 'mkisofs', '-V', 'GUEST', '-o', path, '-e', 'efi.img', '-no-emul-boot', tree];
      await must('xorriso', options, work);
      return path;
    },
    async disk(guest) {
      const program = await efi(guest);
      const path = program.replace(/efi$/, 'raw');
      const size = megabytesFor(program);
      writeFileSync(path, gptDisk(size * mebibyte));
      await fillBootPartition(`${path}@@1M`, size, alone(program));
      return path;
    },
  };
}

const argumentsOf = ({ from, does }: Guest): string =>
  `console=ttyS0 quiet panic=-1 guest.from=${from} guest.does=${does}`;

/** A file system with some room to spare. */
const megabytesFor = (program: string): number => Math.ceil(statSync(program).size / mebibyte) + 6;

/** `target`: as mtools name it, `FILE` or `FILE@@OFFSET`. */
async function fillBootPartition(target: string, size: number, files: ReadonlyMap<string, string>): Promise<void> {
  await must('mformat', ['-i', target, '-T', `${size * 2_048}`, '-h', '64', '-s', '32', '::'], '/');
  await must('mmd', ['-i', target, '::/EFI', '::/EFI/BOOT', '::/EFI/debian'], '/');
  for (const [to, from] of files) await must('mcopy', ['-i', target, from, `::/${to}`], '/');
}

const alone = (program: string): ReadonlyMap<string, string> => new Map([['EFI/BOOT/BOOTX64.EFI', program]]);

async function buildInitrd(work: string, kernel: string): Promise<void> {
  const root = join(work, 'root');
  mkdirSync(join(root, 'lib/modules'), { recursive: true });
  mkdirSync(join(root, 'bin'));
  copyFileSync('/bin/busybox', join(root, 'bin/busybox'));
  for (const [from, to] of [['guest-init.sh', 'init'] as const, ['guest-lease.sh', 'lease'] as const]) {
    copyFileSync(join(import.meta.dirname, from), join(root, to));
    chmodSync(join(root, to), 0o755);
  }
  const files = new Map(
    readdirSync(join(kernel, 'lib/modules'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ko'))
      .map((path) => [basename(path, '.ko'), join(kernel, 'lib/modules', path)]),
  );
  for (const name of modules) {
    const file = files.get(name);
    if (file === undefined) throw new Error(`the kernel has no module ${name}`);
    copyFileSync(file, join(root, `lib/modules/${name}.ko`));
  }
  writeFileSync(join(root, 'lib/modules/order'), modules.map((name) => `${name}\n`).join(''));
  await must('sh', ['-c', 'cd root && find . | busybox cpio -o -H newc 2>/dev/null | gzip -1 >../initrd'], work);
  if (readFileSync(join(work, 'initrd')).length < mebibyte) throw new Error('the initramfs is too small to be one');
}
