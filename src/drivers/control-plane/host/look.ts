import type { Shell, ShellFailure } from '../../../ports/shell.ts';
import { word } from '../../sh.ts';
import type { Ground, Placed } from './ground.ts';
import { checkFunction, checkLine } from './health.ts';
import { inlineOf, manifestLook } from './manifests.ts';
import { type Expected, type Looked, parseLook, type Reading } from './reading.ts';
import type { RecordHead } from './record.ts';

const outputMax = 32 * 1024 * 1024;
/** Bytes of a record that a look at many components takes along. */
const recordMax = 1024 * 1024;
const recordLine = 'printf "record %s\\n" "$(sed -n 2p "$dir/record.json")"';

export type HostReading =
  | { readonly kind: 'read'; readonly readings: readonly Reading[]; readonly others: readonly RecordHead[] }
  | { readonly kind: 'missed'; readonly reason: ShellFailure | 'unsupported'; readonly message: string };

/** One script for all of them; it changes nothing. `whole`: with every record, not only those of another release. */
export async function look(
  shell: Shell,
  ground: Ground,
  placed: readonly Placed[],
  whole: boolean,
  signal: AbortSignal,
): Promise<HostReading> {
  const checks = placed.reduce((sum, { health }) => sum + health.length, 0);
  const timeoutMs = 30_000 + Math.min(checks, 20) * 10_000;
  const input = placed.flatMap(inlineOf).join('');
  const ran = await shell.run(lookScript(ground, placed, whole), input, { timeoutMs, outputMax, signal });
  if (ran.kind === 'failed') return { kind: 'missed', reason: ran.reason, message: ran.message };
  if (ran.code !== 0) {
    const said = ran.stderr.replace(/[^ -~]+/g, ' ').slice(-200);
    return {
      kind: 'missed',
      reason: 'unsupported',
      message: `it could not be looked at: ${said || `exit ${ran.code}`}`,
    };
  }
  const parsed = parseLook(
    ran.stdout,
    placed.map((one) => expectedOf(ground, one)),
  );
  if (!parsed.ok) return { kind: 'missed', reason: 'unsupported', message: `it answered otherwise: ${parsed.error}` };
  return withServices(ground, placed, parsed.value);
}

function withServices(ground: Ground, placed: readonly Placed[], looked: Looked): HostReading {
  if (looked.kind === 'lacks') {
    const message = `it has no ${looked.program}: expected Debian with systemd, and ${looked.program} on it`;
    return { kind: 'missed', reason: 'unsupported', message };
  }
  const readings = placed.flatMap((one, i) => {
    const reading = looked.readings[i];
    if (!reading) return [];
    return one.service && ground.services.look(one) === ''
      ? { ...reading, service: ground.services.state(one) }
      : reading;
  });
  return { kind: 'read', readings, others: looked.others };
}

const expectedOf = (ground: Ground, placed: Placed): Expected => ({
  packages: ground.apt ? placed.packages.length : 0,
  files: placed.files.length,
  checks: placed.health.length,
  unit: placed.service !== undefined && ground.services.look(placed) !== '',
  manifests: (placed.manifests ?? []).length > 0,
});

export function lookScript(ground: Ground, placed: readonly Placed[], whole: boolean): string {
  const own = placed.map(({ component }) => word(component)).join('|');
  return [
    'set -u',
    "nl='\n'",
    `base=${word(ground.base)}`,
    'echo "nanometal 1"',
    `for t in ${ground.needs.join(' ')}; do command -v "$t" >/dev/null || { echo "lacks $t"; exit 0; }; done`,
    `read -r up _ </proc/uptime; echo "uptime \${up%.*}"`,
    packageFunction,
    fileFunction,
    checkFunction,
    ...placed.flatMap((one, i) => [
      `echo "component ${i}"; dir=$base/${word(one.component)}`,
      'if [ -e "$dir/record.json" ]; then h=$(sed -n 1p "$dir/record.json"); printf "head %s\\n" "$h"',
      // What is in force instead of it is compared as well.
      whole
        ? `${recordLine}; fi`
        : `case $h in *${word(JSON.stringify(one.digest))}*) ;; *) [ "$(stat -c %s "$dir/record.json")" -gt ${recordMax} ] || ${recordLine};; esac; fi`,
      ...(ground.apt ? one.packages.map(({ name }, k) => `package ${k} ${word(name)}`) : []),
      ...one.files.map(({ path }, k) => `file ${k} ${word(path)}`),
      one.service ? ground.services.look(one) : '',
      ...manifestLook(one),
      // What is asked by a command may want to ask the cluster.
      (one.manifests ?? []).length > 0 ? 'export KUBECONFIG=/etc/kubernetes/admin.conf' : 'unset KUBECONFIG',
      ...one.health.map(checkLine),
    ]),
    `for r in "$base"/*/record.json; do [ -e "$r" ] || continue; c=\${r%/record.json}; c=\${c##*/}`,
    `case $c in ${own || "''"}) ;; *) printf "other "; sed -n 1p "$r";; esac; done`,
    'echo end',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Of several architectures the first that is installed. */
const packageFunction = `package() {
  v=$(dpkg-query -W -f '\${db:Status-Status} \${Version}\\n' -- "$2" 2>/dev/null | sed -n '/^installed /{p;q}')
  echo "package $1 \${v:-none}"
}`;

const fileFunction = `file() {
  if [ -f "$2" ] && [ ! -L "$2" ]; then
    m=$(stat -c %a -- "$2") && h=$(sha256sum <"$2") && { echo "file $1 file $m \${h%% *}"; return; }
  fi
  if [ -e "$2" ] || [ -L "$2" ]; then echo "file $1 other"; else echo "file $1 none"; fi
}`;
