import type { HealthCheck } from '../../../model/component.ts';
import { word } from '../../sh.ts';

/** Seconds. */
const answerMax = 5;
const commandMax = 10;

/** Prints `check <k> ok`, or `check <k> bad <what it said>` in printable ASCII. */
export const checkFunction = `check() {
  k=$1; shift
  out=$({ timeout -k 1 ${commandMax} "$@" 2>&1 </dev/null; printf '\\n%s' "$?"; } | tail -c 400)
  r=\${out##*"$nl"}; out=$(printf %s "\${out%"$nl"*}" | tr -c ' -~' ' ' | tail -c 250)
  if [ "$r" = 0 ]; then echo "check $k ok"
  elif [ "$r" = 124 ] || [ "$r" = 137 ]; then echo "check $k bad no answer within ${commandMax} s"
  else echo "check $k bad \${out:-ended with $r}"; fi
}`;

/** What `systemd` asks is known from the unit already. */
export const checkLine = (check: HealthCheck, k: number): string =>
  check.kind === 'systemd' ? `echo "check ${k} ok"` : `check ${k} ${asked(check).map(word).join(' ')}`;

function asked(check: Exclude<HealthCheck, { kind: 'systemd' }>): readonly string[] {
  switch (check.kind) {
    case 'http': {
      // Whoever asks is on the same host and tells nothing: a certificate would prove nothing that matters here.
      const quiet = ['-sS', '-f', '-g', '-k', '--noproxy', '*', '--proto', '=http,https', '-o', '/dev/null'];
      return ['curl', ...quiet, '-m', String(answerMax), '--', check.url];
    }
    case 'tcp':
      return ['timeout', String(answerMax), 'bash', '-c', 'exec 3<>"/dev/tcp/$0/$1"', check.host, String(check.port)];
    case 'command':
      return check.command;
  }
}

/** For people: what is asked. */
export function describe(check: HealthCheck): string {
  switch (check.kind) {
    case 'http':
      return check.url;
    case 'tcp':
      return `tcp ${check.host} port ${check.port}`;
    case 'systemd':
      return 'systemd';
    case 'command':
      return check.command.join(' ').slice(0, 120);
  }
}
