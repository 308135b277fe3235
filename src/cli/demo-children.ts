import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { selfArguments } from './carried.ts';

/** Something that the demonstration needs did not happen; the message is for people. */
export class DemoFailed extends Error {}

/** A command of nanometal, and what it prints. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<unknown>;
  /** Resolves with the first line from now on that fits; fails when the process ends or time is over. */
  until(fits: (line: string) => boolean, patienceMs: number): Promise<string>;
}

export interface Started {
  readonly dir: string;
  readonly args: readonly string[];
  /** The file that takes all it prints. Absent: whoever looks at the demonstration sees it. */
  readonly log?: string;
  /** Sees every line. */
  readonly each?: (line: string) => void;
}

export function startCommand({ dir, args, log, each }: Started): Running {
  const sink = log === undefined ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, [...selfArguments(), ...args], { cwd: dir, stdio: ['ignore', sink, sink] });
  const file = log === undefined ? null : createWriteStream(join(dir, log));
  const waiting = new Set<(line: string | null) => void>();
  let last = '';
  const hear = (line: string): void => {
    last = line;
    file?.write(`${line}\n`);
    each?.(line);
    for (const tell of [...waiting]) tell(line);
  };
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', hear);
  // Not `exit`: its last words may still be on their way then.
  const ended = once(child, 'close');
  child.once('close', () => {
    for (const tell of [...waiting]) tell(null);
    file?.end();
  });
  return {
    child,
    ended,
    until: (fits, patienceMs) =>
      new Promise((resolve, reject) => {
        const finish = (line: string | null): void => {
          if (line !== null && !fits(line)) return;
          waiting.delete(finish);
          clearTimeout(timer);
          if (line === null) reject(new DemoFailed(`nanometal ${args[0]} ended too early${last && `: ${last}`}`));
          else resolve(line);
        };
        const timer = setTimeout(() => {
          waiting.delete(finish);
          reject(new DemoFailed(`nanometal ${args[0]} did not get there within ${patienceMs / 1000} s`));
        }, patienceMs);
        waiting.add(finish);
      }),
  };
}

/** Politely, then for good. */
export async function endCommand({ child, ended }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(timer);
}
