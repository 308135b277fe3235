import type { ComponentName } from '../../../model/component.ts';
import type { Shell } from '../../../ports/shell.ts';
import { word } from '../../sh.ts';

/** What came of one script that changes something. */
export type Step =
  /** It ran to its end; what it printed. */
  | { readonly kind: 'done'; readonly lines: readonly string[] }
  /** It went no further, and said why. */
  | { readonly kind: 'stop'; readonly reason: StopReason; readonly message: string }
  /** Nobody knows how far it came; without `began` it did not run. */
  | { readonly kind: 'cut'; readonly began: boolean; readonly message: string };

export type StopReason = 'fetch' | 'checksum' | 'package' | 'full' | 'host';

const stopReasons: readonly string[] = ['fetch', 'checksum', 'package', 'full', 'host'] satisfies readonly StopReason[];
const isStopReason = (word: string): word is StopReason => stopReasons.includes(word);

const outputMax = 1024 * 1024;
/** Seconds: what another script of the same component may still take. */
const lockWait = 60;

/** Runs the scripts of one component on one host, one after the other. */
export interface Steps {
  run(lines: readonly string[], input?: string, timeoutMs?: number): Promise<Step>;
  readonly component: ComponentName;
  /** Called off, or somebody else may act by now: nothing more is sent. */
  isOver(): boolean;
}

/**
 * Each script has the folder of the component's record as `$dir` and holds a lock on it: one that was cut off may be
 * running still, and the next waits for its end.
 */
export function stepsOf(
  shell: Shell,
  base: string,
  component: ComponentName,
  signal: AbortSignal,
  mayAct: () => boolean,
): Steps {
  const prelude = [
    'set -u; umask 022',
    "nl='\n'",
    `base=${word(base)}; dir=$base/${word(component)}`,
    // The reason is one word; the rest is for people, in printable ASCII.
    'stop() { r=$1; shift; printf "stop %s %s\\n" "$r" "$(printf %s "$*" | tr -c " -~" " " | tail -c 500)"; exit 0; }',
    'mkdir -p -m 700 "$dir" 2>/dev/null || stop host "$dir cannot be made: make room for it, or mount /var so that it can be written"',
    'touch "$dir/.lock" 2>/dev/null || stop full "nothing can be written in $dir"; exec 9>"$dir/.lock"',
    `flock -w ${lockWait} 9 || stop host "something that was begun before still runs here; it is waited for"`,
  ];
  const isOver = (): boolean => signal.aborted || !mayAct();
  return {
    component,
    isOver,
    async run(lines, input = '', timeoutMs = 60_000) {
      if (isOver()) return { kind: 'cut', began: false, message: 'called off' };
      const script = [...prelude, ...lines.filter((line) => line !== ''), 'echo done'].join('\n');
      const options = { timeoutMs: timeoutMs + lockWait * 1_000, outputMax, signal, mayBegin: mayAct };
      const ran = await shell.run(script, input, options);
      if (ran.kind === 'failed') return { kind: 'cut', began: ran.began, message: ran.message };
      return readStep(ran.code, ran.stdout, ran.stderr);
    },
  };
}

export function readStep(code: number, stdout: string, stderr: string): Step {
  const lines = stdout.split('\n').filter((line) => line !== '');
  const last = lines.pop() ?? '';
  if (code === 0 && last === 'done') return { kind: 'done', lines };
  const [, reason, message] = /^stop ([a-z]+) ?(.*)$/.exec(last) ?? [];
  if (code === 0 && reason !== undefined && isStopReason(reason))
    return { kind: 'stop', reason, message: (message ?? '').trim() };
  const said = stderr
    .replace(/[^ -~]+/g, ' ')
    .trim()
    .slice(-300);
  return {
    kind: 'cut',
    began: true,
    message: `a script ended with ${code} before it was through${said ? `: ${said}` : ''}`,
  };
}
