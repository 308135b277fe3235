import type { Readable, Writable } from 'node:stream';
import type { ShellOptions, ShellResult } from '../../ports/shell.ts';
import { Output } from './output.ts';

/** A script that has been started, on this host or another. */
export interface Running {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Ends it, as far as that can be done from here. */
  kill(): void;
  /** Calls back once, when all of its output was read: its exit code; null: it never said one. */
  ended(end: (code: number | null) => void): void;
}

/** Sends script and input, and gathers what is said, within the limits. */
export function finish(
  running: Running,
  where: string,
  script: string,
  input: string,
  { timeoutMs, outputMax, signal }: ShellOptions,
): Promise<ShellResult> {
  return new Promise((resolve) => {
    const stdout = new Output(outputMax);
    const stderr = new Output(outputMax);
    const settle = (result: ShellResult): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
      resolve(result);
    };
    const give = (reason: 'timeout' | 'aborted' | 'too-large', message: string): void => {
      running.kill();
      settle({ kind: 'failed', reason, began: true, message: `${where}: ${message}` });
    };
    const aborted = (): void => give('aborted', 'called off while it ran');
    const timer = setTimeout(() => give('timeout', `not done within ${Math.round(timeoutMs / 1000)} s`), timeoutMs);
    signal.addEventListener('abort', aborted);

    for (const [stream, output] of [[running.stdout, stdout] as const, [running.stderr, stderr] as const]) {
      stream.on('data', (chunk: Buffer) => {
        if (!output.take(chunk)) give('too-large', `it said more than ${outputMax} bytes`);
      });
      stream.on('error', () => {});
    }
    running.ended((code) => {
      if (code !== null) settle({ kind: 'exited', code, stdout: stdout.end(), stderr: stderr.end() });
      else settle({ kind: 'failed', reason: 'cut-off', began: true, message: `${where}: cut off while it ran` });
    });
    // A script that ends early leaves its input unread; that is no failure.
    running.stdin.on('error', () => {});
    running.stdin.end(script + input);
    if (signal.aborted) aborted();
  });
}
