import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, ok, type Result } from '../model/result.ts';
import type { Processes, ProcessSpec, ProcessState } from '../ports/processes.ts';
import { codeOf } from './error-code.ts';

const againMsMin = 500;
const againMsMax = 30_000;
/** Who ran for so long has not been restarted in vain. */
const calmMs = 60_000;
const logBytesMax = 4 * 1024 * 1024;

/**
 * Leads a process group of its own. Its standard input is a pipe that only we hold: when that closes, because we say so or
 * because we have died, the guard ends the group, politely and after 3 s by force. The wrapper outlives its program, so that
 * whoever waits for it also waits for the ports and files that the program holds.
 */
const wrapper = `exec 3<&0 </dev/null
"$@" 3<&- & child=$!
{ trap '' TERM HUP; cat <&3 >/dev/null; kill -TERM 0; sleep 3; kill -KILL 0; } &
exec 3<&-
trap : TERM; trap 'kill -HUP $child 2>/dev/null' HUP
wait $child; code=$?
while kill -0 $child 2>/dev/null; do wait $child; code=$?; done
exit $code`;

/** Children of this process, one a name. */
export function createProcesses(): Processes {
  const all = new Map<string, Supervised>();

  async function stop(name: string): Promise<void> {
    const one = all.get(name);
    all.delete(name);
    await one?.end();
  }

  return {
    async start(name, spec) {
      await stop(name);
      const one = new Supervised(spec);
      const started = one.begin();
      if (started.ok) all.set(name, one);
      return started;
    },
    reload: (name) => all.get(name)?.reload() ?? false,
    stop,
    find: (name) => all.get(name)?.state() ?? null,
    async close() {
      await Promise.all([...all.keys()].map(stop));
    },
  };
}

class Supervised {
  readonly #spec: ProcessSpec;
  #child: ChildProcess | null = null;
  #gone: Promise<void> = Promise.resolve();
  #wanted = true;
  #timer: NodeJS.Timeout | undefined;
  #began = 0;
  #run = 0;
  #restarts = 0;
  #pauseMs = againMsMin;
  #ended = '';

  constructor(spec: ProcessSpec) {
    this.#spec = spec;
  }

  begin(): Result<void, string> {
    const { command, environment, folder, log } = this.#spec;
    let output: number;
    try {
      mkdirSync(folder, { recursive: true });
      mkdirSync(dirname(log), { recursive: true });
      output = openSync(log, 'a', 0o600);
      if (statSync(log).size > logBytesMax) truncateSync(log);
    } catch (error) {
      return fail(`${log}: cannot be written (${codeOf(error) ?? 'unknown error'})`);
    }
    const child = spawn('/bin/sh', ['-c', wrapper, 'sh', ...command], {
      detached: true,
      cwd: folder,
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['pipe', output, output],
    });
    closeSync(output);
    this.#child = child;
    this.#began = performance.now();
    this.#run++;
    // The guard may be gone already when the pipe is closed.
    child.stdin?.on('error', () => {});
    this.#gone = new Promise((resolve) => {
      const over = (how: string): void => {
        this.#ended = how;
        child.stdin?.destroy();
        this.#child = null;
        resolve();
        if (this.#wanted) this.#again();
      };
      child.once('error', (error) => over(`cannot be started (${codeOf(error) ?? 'unknown error'})`));
      child.once('exit', (code, signal) => over(signal ?? `exit ${code}`));
    });
    return ok(undefined);
  }

  #again(): void {
    const calm = performance.now() - this.#began > calmMs;
    this.#pauseMs = calm ? againMsMin : Math.min(2 * this.#pauseMs, againMsMax);
    this.#timer = setTimeout(() => {
      this.#restarts++;
      // A disk that cannot be written now may be so later.
      if (!this.begin().ok) this.#again();
    }, this.#pauseMs);
    this.#timer.unref();
  }

  reload(): boolean {
    return this.#child?.kill('SIGHUP') ?? false;
  }

  async end(): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#timer);
    this.#child?.stdin?.destroy();
    await this.#gone;
  }

  state(): ProcessState {
    const running = this.#child !== null;
    return {
      spec: this.#spec,
      running,
      run: this.#run,
      restarts: this.#restarts,
      seconds: running ? (performance.now() - this.#began) / 1000 : 0,
      ended: this.#ended,
    };
  }
}
