import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface OtherHost {
  readonly name: string;
  readonly bootId: string;
}

/** Runs `"$@"` under another host name and boot id; whoever is not root becomes it in a namespace of their own. */
const asAnother = 'hostname "$1" && mount --bind "$2" /proc/sys/kernel/random/boot_id && shift 2 && exec "$@"';

/** What a command is to be prefixed with to run as if on another host; null where this kernel allows no namespaces. */
export function prefixOf(folder: string, { name, bootId }: OtherHost): readonly string[] | null {
  const file = join(folder, `boot-id-of-${name}`);
  writeFileSync(file, `${bootId}\n`);
  const own = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  const prefix = ['unshare', ...own, '--uts', '--mount', 'sh', '-c', asAnother, 'sh', name, file];
  const [program = '', ...args] = prefix;
  try {
    const told = execFileSync(program, [...args, 'sh', '-c', 'hostname; cat /proc/sys/kernel/random/boot_id'], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return told === `${name}\n${bootId}\n` ? prefix : null;
  } catch {
    return null;
  }
}
