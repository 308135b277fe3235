import type { ExitCode } from '../../src/cli/exit-code.ts';
import { runProgram } from '../../src/cli/program.ts';
import { harmless, type Terminal } from '../../src/cli/terminal.ts';

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface Place {
  readonly cwd: string;
  readonly now: string;
}

/** One command line, as a process would run it, with what it printed. */
export async function runIn(place: Place, ...args: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    out: (text) => void out.push(harmless(text)),
    err: (text) => void err.push(harmless(text)),
    clear: () => undefined,
    // Nothing of whoever runs the tests is read or written.
    env: { HOME: place.cwd, XDG_CACHE_HOME: `${place.cwd}/.cache` },
    cwd: place.cwd,
    now: () => Date.parse(place.now),
    untilStopped: () => AbortSignal.abort(),
  };
  const code = await runProgram(args, terminal);
  return { code, out: out.join(''), err: err.join('') };
}
