import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { codeOf } from '../adapters/error-code.ts';
import { type GitAdapter, openRepo, type RepoOptions } from '../adapters/git/choose.ts';
import { parseRemote } from '../adapters/git/remote.ts';
import { readHost } from '../adapters/host.ts';
import { lockState } from '../adapters/state-lock.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Repo, RepoFailure } from '../ports/repo.ts';
import { type Complaint, failed, repoFailed } from './complaint.ts';
import { findLocalGit, type LocalGit } from './local-git.ts';
import { findUnreadable } from './named-files.ts';
import type { RepoChoice } from './repo-choice.ts';
import type { Terminal } from './terminal.ts';

/** A repository to read from. */
export interface OpenedRepo {
  readonly repo: Repo;
  /** For people. */
  readonly address: string;
  /** Null: it is elsewhere, and only what its branches hold can be read. */
  readonly local: LocalGit | null;
  close(): Promise<void>;
}

/** Opens what `--repo` or `--status-repo` names. A repository on this host is read as it lies; others are cloned. */
export async function openToRead(
  terminal: Terminal,
  address: string,
  choice: RepoChoice,
): Promise<Result<OpenedRepo, Complaint>> {
  const parsed = parseRemote(address);
  if (!parsed.ok) return fail(repoFailed('--repo', parsed.error));
  const unreadable = findUnreadable(terminal.cwd, [
    { option: '--git-token-file', kind: 'file', path: choice.gitTokenFile },
    { option: '--ssh-key', kind: 'file', path: choice.sshKey },
    { option: '--known-hosts', kind: 'file', path: choice.knownHosts },
    { option: '--ca-file', kind: 'file', path: choice.caFile },
  ]);
  if (unreadable) return fail(unreadable);
  const options = gitOptions(terminal, choice);
  if (parsed.value.kind !== 'path') return openRemote(terminal, address, options);
  const path = resolve(terminal.cwd, parsed.value.path === resolve(address) ? address : parsed.value.path);
  const local = findLocalGit(path);
  if (local !== null) return openLocal(local, path, options);
  return fail(failed(`there is no Git repository at ${path}`, 'go into a fleet repo, or name one with --repo'));
}

type GitOptions = Omit<RepoOptions, 'remote' | 'stateDir'>;

function gitOptions(terminal: Terminal, choice: RepoChoice): GitOptions {
  const at = (path: string): string => resolve(terminal.cwd, path);
  return {
    ...(choice.git === undefined ? {} : { adapter: choice.git }),
    ...(choice.gitTokenFile === undefined ? {} : { tokenFile: at(choice.gitTokenFile) }),
    ...(choice.gitUser === undefined ? {} : { username: choice.gitUser }),
    ...(choice.sshKey === undefined ? {} : { sshKey: at(choice.sshKey) }),
    ...(choice.knownHosts === undefined ? {} : { knownHosts: at(choice.knownHosts) }),
    ...(choice.caFile === undefined ? {} : { caFile: at(choice.caFile) }),
  };
}

async function openLocal(local: LocalGit, path: string, options: GitOptions): Promise<Result<OpenedRepo, Complaint>> {
  const folder = await temporaryFolder();
  const open = (adapter: GitAdapter): Promise<Result<Repo, RepoFailure>> =>
    openRepo({ ...options, adapter, remote: local.gitDir, stateDir: folder.path });
  // Read in place, without a copy; native Git steps in where the repository has a form that only Git can read.
  let opened = await open(options.adapter ?? 'isomorphic');
  if (!opened.ok && options.adapter === undefined) {
    const second = await open('native');
    if (second.ok) opened = second;
  }
  return finish(opened, path, local, folder);
}

async function openRemote(
  terminal: Terminal,
  address: string,
  options: GitOptions,
): Promise<Result<OpenedRepo, Complaint>> {
  const folder = await cloneFolder(terminal, address);
  return finish(await openRepo({ ...options, remote: address, stateDir: folder.path }), address, null, folder);
}

async function finish(
  opened: Result<Repo, RepoFailure>,
  address: string,
  local: LocalGit | null,
  folder: Folder,
): Promise<Result<OpenedRepo, Complaint>> {
  if (!opened.ok) {
    await folder.leave();
    return fail(repoFailed(address, opened.error));
  }
  const close = async (): Promise<void> => {
    await opened.value.close();
    await folder.leave();
  };
  return ok({ repo: opened.value, address, local, close });
}

interface Folder {
  readonly path: string;
  leave(): Promise<void>;
}

async function temporaryFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'nanometal-'));
  return { path, leave: () => rm(path, { recursive: true, force: true }) };
}

/** Kept for the next command, so that only what is new is fetched. In use, or not to be written: one for this once. */
async function cloneFolder({ env }: Terminal, address: string): Promise<Folder> {
  const cache = env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache');
  const path = join(cache, 'nanometal', createHash('sha256').update(address).digest('hex').slice(0, 16));
  try {
    const lock = await lockState(path, await readHost());
    return lock.ok ? { path, leave: () => lock.value.release() } : temporaryFolder();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return temporaryFolder();
  }
}
