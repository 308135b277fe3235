import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** The build that is tested; another one can be named, such as that of an unpacked package. */
export const dist = process.env.NANOMETAL_DIST ?? `${root}dist`;
const measure = fileURLToPath(new URL('./measure.mjs', import.meta.url));

/** What the process says of itself; see measure.mjs. */
export interface Measured {
  readonly peakMiB: number;
  readonly lagMs: number;
  /** Requests that it served, by `<port> <method>`. */
  readonly served: Readonly<Record<string, number>>;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Null where it was killed before it could write. */
  readonly measured: Measured | null;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Everything that it printed so far, in lines. */
  readonly lines: readonly string[];
  /** The first line that fits, of those printed before too; fails when the process ends or time is over. */
  until(fits: (line: string) => boolean, patienceMs?: number): Promise<string>;
  /** Asks the process to measure itself now. */
  measure(): Promise<Measured>;
}

let counted = 0;
const patience = 60_000;

export interface RunOptions {
  readonly cwd: string;
  /** Ends it for good after this; a test that waits longer has failed. */
  readonly limitMs?: number;
  /** Put before the command: `prefixOf` of world/other-host.ts. */
  readonly prefix?: readonly string[];
}

/** Starts one command of the built program. Nothing of the account's own configuration takes part. */
export function start(args: readonly string[], { cwd, limitMs = 170_000, prefix = [] }: RunOptions): Running {
  counted += 1;
  const file = `${cwd}/measured-${process.pid}-${counted}.json`;
  const [program = '', ...rest] = [
    ...prefix,
    process.execPath,
    '--import',
    measure,
    `${dist}/program/main.js`,
    ...args,
  ];
  const child = spawn(program, rest, {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, TMPDIR: cwd, TZ: 'UTC', NANOMETAL_MEASURE: file },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    createInterface({ input: child[name] }).on('line', (line) => {
      printed[name] += `${line}\n`;
      lines.push(line);
      for (const look of [...waiting]) look();
    });
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
  let over = false;
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      over = true;
      for (const look of [...waiting]) look();
      resolve({ code, signal, ...printed, measured: readMeasured(file) });
    });
  });
  return {
    child,
    ended,
    lines,
    until: (fits, patienceMs = patience) =>
      new Promise((resolve, reject) => {
        const complain = (why: string) =>
          finish(() => reject(new Error(`${args[0]} ${why}; it printed:\n${lines.slice(-30).join('\n')}`)));
        const late = setTimeout(() => complain(`said nothing like it for ${patienceMs} ms`), patienceMs);
        const finish = (settle: () => void): void => {
          clearTimeout(late);
          waiting.delete(look);
          settle();
        };
        const look = (): void => {
          const line = lines.find(fits);
          if (line !== undefined) finish(() => resolve(line));
          else if (over) complain('ended');
        };
        waiting.add(look);
        look();
      }),
    async measure() {
      rmSync(file, { force: true });
      child.kill('SIGUSR2');
      for (;;) {
        const measured = readMeasured(file);
        if (measured) return measured;
        if (over) throw new Error(`${args[0]} ended before it was measured`);
        await new Promise((done) => setTimeout(done, 20));
      }
    },
  };
}

/** Runs one command to its end. */
export const run = (args: readonly string[], options: RunOptions): Promise<Ended> => start(args, options).ended;

/** Politely, then for good. */
export async function stop(running: Running, signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
  running.child.kill(signal);
  const timer = setTimeout(() => running.child.kill('SIGKILL'), 20_000);
  const ended = await running.ended;
  clearTimeout(timer);
  return ended;
}

function readMeasured(file: string): Measured | null {
  if (!existsSync(file)) return null;
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isMeasured(value) ? value : null;
}

const isMeasured = (value: unknown): value is Measured =>
  typeof value === 'object' && value !== null && 'peakMiB' in value && 'lagMs' in value && 'served' in value;
