import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { codeOf } from '../error-code.ts';

/**
 * Leads a process group of its own. Its standard input is a pipe that only we hold: when that closes, because we say so or
 * because we have died of whatever, the guard kills the group, as if somebody had pulled the plug.
 */
const wrapper = `exec 5<&0 </dev/null
"$@" 5<&- & child=$!
{ cat <&5 >/dev/null; kill -KILL 0; } 3<&- 4<&- &
exec 5<&- 3<&- 4<&-
wait $child`;

/** A program that does not outlive us. */
export interface Guarded {
  /** Its file descriptors 3 and 4, as connected sockets. */
  readonly lines: readonly [Duplex, Duplex];
  /** How it ended, for people; also where it could not be started. */
  readonly ended: Promise<string>;
  /** At once, whatever it is doing; `ended` resolves when it is gone. */
  kill(): void;
}

/** `output`: a file descriptor for what it prints. */
export function startGuarded(command: readonly string[], folder: string, output: number): Guarded {
  const child = spawn('/bin/sh', ['-c', wrapper, 'sh', ...command], {
    detached: true,
    cwd: folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    stdio: ['pipe', output, output, 'pipe', 'pipe'],
  });
  const { stdin } = child;
  // The guard may be gone already when the pipe is closed.
  stdin?.on('error', () => {});
  const lines: readonly [Duplex, Duplex] = [lineOf(child.stdio[3]), lineOf(child.stdio[4])];
  const ended = new Promise<string>((resolve) => {
    const over = (how: string): void => {
      stdin?.destroy();
      for (const line of lines) line.destroy();
      resolve(how);
    };
    child.once('error', (error) => over(`cannot be started (${codeOf(error) ?? 'unknown error'})`));
    child.once('exit', (code, signal) => over(signal ?? `exit ${code}`));
  });
  return { lines, ended, kill: () => void stdin?.destroy() };
}

/** Node gives a socket for a pipe in both directions. */
function lineOf(stream: unknown): Duplex {
  const line = stream instanceof Socket ? stream : new Socket();
  line.on('error', () => {});
  return line;
}
