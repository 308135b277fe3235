import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommitId } from '../../../model/names.ts';
import { never } from '../../../model/never.ts';
import { fail, ok, type Result } from '../../../model/result.ts';
import type { RefName, RepoFailure } from '../../../ports/repo.ts';
import { type LoginSource, readLogin } from '../credentials.ts';
import { findForeignFormat, findGitFolder } from '../git-folder.ts';
import type { GitLimits } from '../limits.ts';
import { Damage } from '../object/damage.ts';
import type { Remote } from '../remote.ts';
import { RefFiles } from '../store/refs.ts';
import { quote } from '../words.ts';
import { loginEnvironment } from './environment.ts';
import type { HttpSeen } from './http-trace.ts';
import { type GitRun, runGit } from './run-git.ts';

export interface RemoteGitOptions {
  readonly remote: Remote;
  readonly env: Readonly<Record<string, string>>;
  readonly login: LoginSource;
  readonly limits: GitLimits;
}

/** `asking`: what refs are there. `taking`: their objects, so the remote is there and lets us in. */
export type Phase = 'asking' | 'taking' | 'giving';

export interface RemoteRun {
  readonly run: GitRun;
  /** Why it failed; meaningless when it did not. */
  readonly failure: RepoFailure;
  /** Words of Git or the remote, fit for people and without our secrets. */
  readonly quoted: (text: string) => string;
}

/** Git commands that talk to the one remote, from within a clone. */
export class RemoteGit {
  readonly #options: RemoteGitOptions;
  readonly #closing = new AbortController();

  constructor(options: RemoteGitOptions) {
    this.#options = options;
  }

  /** As a Git argument. */
  get address(): string {
    const { remote } = this.#options;
    return remote.kind === 'path' ? remote.path : remote.url;
  }

  /** Ends what is under way; nothing is begun any more. */
  close(): void {
    this.#closing.abort();
  }

  async run(gitDir: string, args: readonly string[], phase: Phase): Promise<Result<RemoteRun, RepoFailure>> {
    const { login: source, limits } = this.#options;
    const login = await readLogin(source);
    if (!login.ok) return login;
    const run = await runGit({
      args: [`--git-dir=${gitDir}`, ...args],
      env: { ...this.#options.env, ...loginEnvironment(login.value) },
      cwd: gitDir,
      deadlineMs: limits.totalMs,
      signal: this.#closing.signal,
      ...(phase === 'taking' && { fileBytesMax: limits.packBytesMax }),
    });
    const secrets = login.value ? [login.value.password.reveal()] : [];
    const quoted = (text: string) => quote(text, secrets);
    const outgrown = phase === 'taking' && run.code !== 0 && (await hasOutgrown(gitDir, limits.packBytesMax));
    const failure: RepoFailure = outgrown
      ? { reason: 'too-large', message: `the remote sent more than ${limits.packBytesMax} bytes` }
      : this.#failureOf(run, phase, quoted(run.stderr));
    return ok({ run, failure, quoted });
  }

  /** The refs as the remote has them now; `null` for one that does not exist. */
  async list(gitDir: string, refs: readonly RefName[]): Promise<Result<Map<RefName, CommitId | null>, RepoFailure>> {
    const found = new Map<RefName, CommitId | null>(refs.map((ref) => [ref, null]));
    if (refs.length === 0) return ok(found);
    const near = this.#readNearby(refs);
    if (near) return near;
    const args = ['ls-remote', '--quiet', '--end-of-options', this.address, ...refs];
    const listed = await this.run(gitDir, args, 'asking');
    if (!listed.ok) return listed;
    const { run, failure } = listed.value;
    if (run.code !== 0) return fail(failure);
    if (this.#options.remote.kind === 'http' && !run.answers.some(isAdvertisement)) {
      return fail({ reason: 'not-found', message: 'something answers there, but not as a Git server' });
    }
    for (const line of run.stdout.split('\n')) {
      if (line === '') continue;
      const match = /^([0-9a-f]{40})\t(.+)$/.exec(line);
      if (!match?.[1] || !match[2]) {
        return fail({
          reason: 'refused',
          message: 'the repository names its objects in a way that nanometal does not',
        });
      }
      // Git's patterns match the end of a name; only whole names count here.
      if (found.has(match[2])) found.set(match[2], match[1]);
    }
    return ok(found);
  }

  /** On this host the refs are files, and looking at them is a hundred times faster than asking a process. */
  #readNearby(refs: readonly RefName[]): Result<Map<RefName, CommitId | null>, RepoFailure> | null {
    const { remote } = this.#options;
    const folder = remote.kind === 'path' ? findGitFolder(remote.path) : null;
    if (folder === null || findForeignFormat(folder) !== null) return null;
    try {
      const files = new RefFiles(folder);
      return ok(new Map(refs.map((ref) => [ref, files.read(ref)])));
    } catch (error) {
      // Git would take a torn ref for one that is not there.
      if (error instanceof Damage) return fail({ reason: 'corrupt', message: `${error.message}, in ${folder}` });
      throw error;
    }
  }

  /** Out of exit codes and HTTP statuses; Git's words are only passed on. */
  #failureOf(run: GitRun, phase: Phase, said: string): RepoFailure {
    const { remote, limits } = this.#options;
    const because = said === '' ? 'git said nothing' : `git said: ${said}`;
    if (this.#closing.signal.aborted) return { reason: 'unreachable', message: 'the repository was closed meanwhile' };
    if (!run.started) return { reason: 'unreachable', message: 'git could not be started' };
    if (run.timedOut) return { reason: 'timeout', message: `git took longer than ${limits.totalMs} ms` };
    switch (remote.kind) {
      case 'http':
        return httpFailure(run.answers.at(-1), phase, because);
      case 'path':
        if (!existsSync(remote.path))
          return { reason: 'not-found', message: `there is no repository at ${remote.path}` };
        return { reason: phase === 'taking' ? 'corrupt' : 'refused', message: because };
      case 'ssh':
        // An unknown host key, a refused key and a host that is away look the same from here.
        return { reason: phase === 'taking' ? 'corrupt' : 'unreachable', message: because };
      default:
        return never(remote);
    }
  }
}

/**
 * To Git any page is a list of refs of the old, dumb protocol, and a page to sign in is an empty list: all refs gone.
 * Only what a Git server calls a list is one.
 */
const isAdvertisement = (answer: HttpSeen): boolean =>
  answer.status === 200 && answer.contentType.startsWith('application/x-git-upload-pack-advertisement');

function httpFailure(answer: HttpSeen | undefined, phase: Phase, because: string): RepoFailure {
  const status = answer?.status;
  if (status === undefined) return { reason: 'unreachable', message: because };
  const message = `HTTP ${status}; ${because}`;
  if (status === 401 || status === 403 || status === 407) return { reason: 'credentials', message };
  if (status === 404 || status === 410) return { reason: 'not-found', message };
  if (status === 413) return { reason: 'too-large', message };
  if (status >= 300 && status < 400) {
    return {
      reason: 'refused',
      message: `the remote redirects, which is not followed; name the new address; ${because}`,
    };
  }
  if (status >= 200 && status < 300) {
    const isGit = answer?.contentType.startsWith('application/x-git-') && phase !== 'asking';
    return { reason: isGit ? 'corrupt' : 'not-found', message };
  }
  return { reason: 'unreachable', message };
}

/** Git leaves the unfinished pack behind when the kernel stops it at the limit. */
async function hasOutgrown(gitDir: string, bytesMax: number): Promise<boolean> {
  const folder = join(gitDir, 'objects/pack');
  for (const name of await readdir(folder)) {
    if (name.startsWith('tmp_pack_') && (await stat(join(folder, name))).size >= bytesMax) return true;
  }
  return false;
}
