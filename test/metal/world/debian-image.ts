import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './agent-image.ts';
import { must, unpack } from './packages.ts';

const suite = 'bookworm';
const mirror = 'http://deb.debian.org/debian';
const packages = [
  ...['systemd-sysv', 'udev', 'dbus', 'iproute2', 'openssh-server', 'sudo', 'netbase', 'e2fsprogs'],
  ...['cloud-init', 'netplan.io', 'linux-image-cloud-amd64', 'initramfs-tools'],
];
const root = '6a1b6d0e-0f5e-4a57-9a0b-5a5b1a3b00d0';

/*
 * A Debian as somebody would make it for cloud-init: GPT, an EFI system partition with kernel and initramfs in one program, and
 * ext4. Nobody can log in before cloud-init says who.
 */
const recipe = `
set -eu
PATH=$PATH:/usr/sbin:/sbin
debootstrap --variant=minbase ${suite} tree ${mirror} >debootstrap.log
# debootstrap resolves no virtual packages, which cloud-init depends on.
DEBIAN_FRONTEND=noninteractive chroot tree apt-get install -y -qq --no-install-recommends ${packages.join(' ')} >apt.log 2>&1
cat >tree/etc/cloud/cloud.cfg.d/91_only.cfg <<EOF
datasource_list: [NoCloud, None]
locale: C.UTF-8
EOF
echo 'UUID=${root} / ext4 defaults 0 1' >tree/etc/fstab
chroot tree systemctl -q enable systemd-networkd
rm -rf tree/var/cache/apt/archives/*.deb tree/var/lib/apt/lists/* tree/etc/ssh/ssh_host_* tree/usr/share/doc/*
: >tree/etc/machine-id
printf 'root=UUID=${root} rw console=ttyS0 quiet panic=-1\\0' >cmdline
objcopy --add-section .cmdline=cmdline --change-section-vma .cmdline=0x30000 \\
  --add-section .linux=$(ls tree/boot/vmlinuz-*) --change-section-vma .linux=0x2000000 \\
  --add-section .initrd=$(ls tree/boot/initrd.img-*) --change-section-vma .initrd=0x4000000 \\
  "$STUB" boot.efi
rm -rf tree/boot/*
truncate -s 120M efi.img
mformat -i efi.img -F -h 64 -s 32 -t 120 ::
mmd -i efi.img ::/EFI ::/EFI/BOOT
mcopy -i efi.img boot.efi ::/EFI/BOOT/BOOTX64.EFI
size=$(($(du -sm tree | cut -f1) * 5 / 4 + 64))
truncate -s $size''M root.img
mkfs.ext4 -q -U ${root} -d tree root.img
truncate -s $((size + 122))M image.raw
printf 'label: gpt\\nstart=1MiB, size=120MiB, type=U\\nstart=121MiB, size=%sMiB, type=L\\n' "$size" | sfdisk -q image.raw
dd if=efi.img of=image.raw bs=1M seek=1 conv=notrunc,sparse status=none
dd if=root.img of=image.raw bs=1M seek=121 conv=notrunc,sparse status=none
zstd -q -6 -T0 image.raw
`;

/** The packed file (raw.zst); minutes when it is made, nothing when it is there. For root alone. */
export async function debianImage(): Promise<string> {
  const key = createHash('sha256').update(recipe).digest('hex').slice(0, 12);
  const made = join(cache, `debian-${suite}-${key}.raw.zst`);
  if (existsSync(made)) return made;
  const stub = join(await unpack('systemd-boot-efi'), 'usr/lib/systemd/boot/efi/linuxx64.efi.stub');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'debian-'));
  try {
    writeFileSync(join(work, 'recipe.sh'), recipe);
    await must('env', [`STUB=${stub}`, 'bash', 'recipe.sh'], work);
    renameSync(join(work, 'image.raw.zst'), made);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return made;
}
