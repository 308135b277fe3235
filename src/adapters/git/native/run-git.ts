import { type ChildProcess, spawn } from 'node:child_process';
import { type HttpSeen, HttpTrace } from './http-trace.ts';

export interface GitRun {
  /** Exit code; `null`: killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** False: git could not be started at all. */
  readonly started: boolean;
  readonly timedOut: boolean;
  /** The HTTP answers, in order, out of Git's own trace of its conversation. */
  readonly answers: readonly HttpSeen[];
}

export interface GitCall {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly deadlineMs: number;
  /** Largest file the child may write; what bounds a pack while it arrives. Absent: any. */
  readonly fileBytesMax?: number;
  /** Ends the child early. */
  readonly signal?: AbortSignal;
}

/** How long after its end a child's last output is waited for. */
const drainMs = 1_000;
/** A list of refs and a report are far smaller. */
const outputBytesMax = 8 * 1024 * 1024;
const stderrBytesMax = 64 * 1024;
/** `ulimit -f` counts in these. */
const ulimitBlock = 512;

/** Runs one git command to its end. At the deadline its whole process group is killed: helpers and ssh included. */
export function runGit(call: GitCall): Promise<GitRun> {
  const [command, args] = limited(call);
  const child = spawn(command, args, {
    cwd: call.cwd,
    // Descriptor 3 carries Git's trace of HTTP headers, with secrets redacted by Git (GIT_TRACE_REDACT is on by itself).
    env: { ...call.env, GIT_TRACE_CURL: '3', GIT_TRACE_CURL_NO_DATA: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  return new Promise((done) => {
    const stdout = collect(child.stdout, outputBytesMax, () => killGroup(child));
    const stderr = collect(child.stderr, stderrBytesMax);
    const answers = collectAnswers(child.stdio[3]);
    const timers: NodeJS.Timeout[] = [];
    let timedOut = false;
    let open = true;
    const finish = (code: number | null, started: boolean) => {
      if (!open) return;
      open = false;
      for (const timer of timers) clearTimeout(timer);
      call.signal?.removeEventListener('abort', abort);
      // A helper that outlives git would hold the pipes open.
      for (const stream of child.stdio) if (stream && 'destroy' in stream) stream.destroy();
      done({ code, stdout: stdout(), stderr: stderr(), started, timedOut, answers });
    };
    const timeOut = () => {
      timedOut = true;
      killGroup(child);
      // A process stuck in the kernel does not end, but neither may we wait for it.
      timers.push(setTimeout(() => finish(null, true), drainMs));
    };
    timers.push(setTimeout(timeOut, call.deadlineMs));
    const abort = () => killGroup(child);
    call.signal?.addEventListener('abort', abort);
    if (call.signal?.aborted) abort();
    child.on('error', () => finish(null, false));
    child.on('close', (code) => finish(code, true));
    // Output still in the pipes comes within moments; a daemon that keeps them open must not hold us up.
    child.on('exit', (code) => timers.push(setTimeout(() => finish(code, true), drainMs)));
  });
}

function limited(call: GitCall): [string, string[]] {
  if (call.fileBytesMax === undefined) return ['git', [...call.args]];
  const blocks = String(Math.ceil(call.fileBytesMax / ulimitBlock));
  return ['sh', ['-c', 'ulimit -f "$1" 2>/dev/null; shift; exec git "$@"', 'sh', blocks, ...call.args]];
}

/** The child leads a process group of its own (`detached`), so the negative id means all of it. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

function collect(stream: NodeJS.ReadableStream | null, bytesMax: number, overflow?: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream?.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= bytesMax) chunks.push(chunk);
    else overflow?.();
  });
  stream?.on('error', () => undefined);
  return () => Buffer.concat(chunks).toString('utf8');
}

function collectAnswers(stream: unknown): readonly HttpSeen[] {
  const trace = new HttpTrace();
  if (isReadable(stream)) {
    stream.on('data', (chunk: Buffer) => trace.push(chunk.toString('latin1')));
    stream.on('error', () => undefined);
  }
  return trace.answers;
}

function isReadable(stream: unknown): stream is NodeJS.ReadableStream {
  return typeof stream === 'object' && stream !== null && 'on' in stream && typeof stream.on === 'function';
}
