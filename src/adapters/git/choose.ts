import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fail, ok, type Result } from '../../model/result.ts';
import type { Repo, RepoFailure } from '../../ports/repo.ts';
import type { LoginSource } from './credentials.ts';
import { findForeignFormat, findGitFolder } from './git-folder.ts';
import { HttpRepo } from './isomorphic/http-repo.ts';
import { LocalRepo } from './isomorphic/local-repo.ts';
import { defaultLimits, type GitLimits } from './limits.ts';
import { cloneConfig } from './native/clone-config.ts';
import { closedEnvironment } from './native/environment.ts';
import { type FoundGit, findGit } from './native/find-git.ts';
import { RemoteGit } from './native/remote-git.ts';
import { NativeRepo } from './native/repo.ts';
import { proxyFor } from './proxy.ts';
import { isLoopback, parseRemote, type Remote } from './remote.ts';
import { cloneFolder } from './store/clone.ts';

export type GitAdapter = 'isomorphic' | 'native';

/** Files are paths on this host, and are read when they are needed. */
export interface RepoOptions extends LoginSource {
  /** A path, `file://`, `http(s)://`, `ssh://` or `user@host:path`; no password in it. */
  readonly remote: string;
  /** Clones and notes go in its folder `git`; one process at a time uses it. */
  readonly stateDir: string;
  /** Absent: native where `git` 2.30 or newer is on the PATH, and for ssh. */
  readonly adapter?: GitAdapter;
  readonly sshKey?: string;
  readonly knownHosts?: string;
  /** PEM; in place of the system's authorities. */
  readonly caFile?: string;
  /** Absent: HTTPS_PROXY, or http_proxy for plain HTTP, unless NO_PROXY names the host. */
  readonly proxy?: string;
  readonly limits?: Partial<GitLimits>;
}

type Opened = Result<Repo, RepoFailure>;
const refused = (message: string): Result<never, RepoFailure> => fail({ reason: 'refused', message });

/** Opens the repository without talking to a remote yet; `fetch` is the first to do so. */
export async function openRepo(options: RepoOptions): Promise<Opened> {
  const parsed = parseRemote(options.remote);
  if (!parsed.ok) return parsed;
  const remote = parsed.value;
  if (remote.kind === 'http' && !remote.secure && options.tokenFile !== undefined && !isLoopback(remote.host)) {
    return refused('a token is not sent over plain http; use https');
  }
  for (const file of [options.caFile, options.sshKey, options.knownHosts]) {
    if (file !== undefined && !existsSync(file)) return refused(`there is no file ${file}`);
  }
  const folder = remote.kind === 'path' ? findGitFolder(remote.path) : null;
  if (remote.kind === 'path' && folder === null) {
    return fail({ reason: 'not-found', message: `there is no Git repository at ${remote.path}` });
  }
  if (folder !== null && !isReadable(folder)) return refused(`this user may not read ${folder}`);
  const git = options.adapter === 'isomorphic' ? null : await findGit();
  if (options.adapter === 'native' && git === null) return refused('git 2.30 or newer is not on the PATH');
  await mkdir(options.stateDir, { recursive: true, mode: 0o700 });
  if (git) return openNative(options, remote, git);
  if (remote.kind === 'ssh') return refused('ssh needs git 2.30 or newer on the PATH; use https without it');
  return folder === null ? openHttp(options, remote) : openLocal(options, folder);
}

function isReadable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const limitsOf = (options: RepoOptions): GitLimits => ({ ...defaultLimits, ...options.limits });

async function openNative(options: RepoOptions, remote: Remote, git: FoundGit): Promise<Opened> {
  const limits = limitsOf(options);
  const home = join(resolve(options.stateDir), 'git', 'home');
  await mkdir(home, { recursive: true });
  const proxy = remote.kind === 'http' ? proxyFor(remote, options.proxy) : undefined;
  const env = closedEnvironment({
    remote,
    home,
    ssh: {
      connectMs: limits.connectMs,
      ...(options.sshKey !== undefined && { sshKey: resolve(options.sshKey) }),
      ...(options.knownHosts !== undefined && { knownHosts: resolve(options.knownHosts) }),
    },
    ...(options.caFile !== undefined && { caFile: resolve(options.caFile) }),
    ...(proxy !== undefined && { proxy }),
  });
  const remoteGit = new RemoteGit({ remote, env, login: options, limits });
  const gitDir = cloneFolder(resolve(options.stateDir), remoteGit.address);
  const config = cloneConfig(git, limits);
  return ok(await NativeRepo.open({ gitDir, config, env, remote: remoteGit, readMs: limits.readMs }));
}

async function openHttp(options: RepoOptions, remote: Remote): Promise<Opened> {
  if (remote.kind !== 'http') return refused('this address needs native git');
  const proxy = proxyFor(remote, options.proxy);
  const wire = {
    url: remote.url,
    login: options,
    limits: limitsOf(options),
    ...(options.caFile !== undefined && { caFile: resolve(options.caFile) }),
    ...(proxy !== undefined && { proxy }),
  };
  return ok(await HttpRepo.open({ gitDir: cloneFolder(resolve(options.stateDir), remote.url), wire }));
}

async function openLocal(options: RepoOptions, gitDir: string): Promise<Opened> {
  const foreign = findForeignFormat(gitDir);
  if (foreign !== null) return refused(foreign);
  const notes = `${cloneFolder(resolve(options.stateDir), gitDir)}.locks`;
  return ok(await LocalRepo.open({ gitDir, notes, limits: limitsOf(options) }));
}
