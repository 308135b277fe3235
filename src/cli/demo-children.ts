import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Something that the demonstration needs did not happen; the message is for people. */
export class DemoFailed extends Error {}

const main = fileURLToPath(new URL('./main.js', import.meta.url));

/** A command of nanometal, run to its end in `dir`, with its output shown as a person would see it. */
export async function showCommand(dir: string, args: readonly string[]): Promise<void> {
  process.stdout.write(`$ nanometal ${args.join(' ')}\n`);
  const child = spawn(process.execPath, [main, ...args], { cwd: dir, stdio: ['ignore', 'inherit', 'inherit'] });
  await once(child, 'exit');
}

/** A command of nanometal that goes on running, and what it prints. */
export interface Running {
  readonly child: ChildProcess;
  /** Resolves with the first line from now on that fits; fails when the process ends or time is over. */
  until(fits: (line: string) => boolean, patienceMs: number): Promise<string>;
}

/** `log`: the file that takes all it prints. `each` sees every line. */
export function startCommand(dir: string, args: readonly string[], log: string, each: (line: string) => void): Running {
  const child = spawn(process.execPath, [main, ...args], { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
  const file = createWriteStream(join(dir, log));
  const waiting = new Set<(line: string | null) => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      file.write(`${line}\n`);
      each(line);
      for (const tell of [...waiting]) tell(line);
    });
  }
  child.once('exit', () => {
    for (const tell of [...waiting]) tell(null);
    file.end();
  });
  return {
    child,
    until: (fits, patienceMs) =>
      new Promise((resolve, reject) => {
        const finish = (line: string | null): void => {
          if (line !== null && !fits(line)) return;
          waiting.delete(finish);
          clearTimeout(timer);
          if (line === null) reject(new DemoFailed(`nanometal ${args[0]} ended too early`));
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
export async function endCommand({ child }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await exit;
  clearTimeout(timer);
}
