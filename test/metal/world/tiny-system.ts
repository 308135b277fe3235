import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Says what it was started with and what cloud-init would find, and is gone. */
const init = `#!/bin/busybox sh
b=/bin/busybox
$b mkdir -p /proc /dev
$b mount -t proc proc /proc
$b mount -t devtmpfs dev /dev
exec >/dev/ttyS0
echo "tiny: started with $($b cat /proc/cmdline)"
cd /var/lib/cloud/seed/nocloud 2>/dev/null && for file in *; do
  echo "tiny: seed $($b stat -c %a "$file") $file $($b tr '\\n' '|' <"$file")"
done
echo "tiny: powers off"
$b sleep 1
$b poweroff -f
`;

/** An initramfs of a whole system that needs no disk, packed as initramfs-tools does. */
export function tinySystem(folder: string): Buffer {
  const root = mkdtempSync(join(folder, 'tiny-'));
  mkdirSync(join(root, 'bin'));
  copyFileSync('/bin/busybox', join(root, 'bin/busybox'));
  writeFileSync(join(root, 'init'), init);
  chmodSync(join(root, 'init'), 0o755);
  const archive = execFileSync('cpio', ['--quiet', '-H', 'newc', '-o'], {
    cwd: root,
    input: 'init\nbin\nbin/busybox\n',
    maxBuffer: 16 * 1024 * 1024,
  });
  return execFileSync('zstd', ['-q', '-c'], { input: archive, maxBuffer: 16 * 1024 * 1024 });
}
