import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `agent.efi` with this in the reserved area of its command line. */
export function programWith(program: Buffer, words: string): Buffer {
  const copy = Buffer.from(program);
  copy.write(words.padEnd(1024, ' '), copy.indexOf('nanometal.reserved='), 'latin1');
  return copy;
}

/** `boot.iso` with these settings in its reserved area. */
export function mediumWith(medium: Buffer, settings: string): Buffer {
  const copy = Buffer.from(medium);
  copy.write(settings.padEnd(65_536, '\n'), copy.indexOf('# nanometal.conf: reserved'), 'latin1');
  return copy;
}

/** The initrd with these settings beside the agent: what GRUB makes of it when it loads the ISO. */
export function initrdWith(initrd: string, settings: string, folder: string): string {
  const copy = join(folder, 'initrd');
  copyFileSync(initrd, copy);
  const place = mkdtempSync(join(folder, 'settings-'));
  writeFileSync(join(place, 'nanometal.conf'), settings);
  const more = execFileSync('cpio', ['--quiet', '-H', 'newc', '-o'], { cwd: place, input: 'nanometal.conf\n' });
  writeFileSync(
    copy,
    Buffer.concat([readFileSync(initrd), Buffer.alloc((4 - (readFileSync(initrd).length % 4)) % 4), more]),
  );
  return copy;
}
