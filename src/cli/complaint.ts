import type { Problem } from '../model/problem.ts';
import type { RepoFailure } from '../ports/repo.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './words.ts';

/** Why a command could not do what it was asked to. */
export interface Complaint {
  /** What is wrong, and where: one sentence without a full stop. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy?: string;
  readonly exit: ExitCode;
  /** Manifests that are not as they should be, where that is why. */
  readonly problems?: readonly Problem[];
}

export const failed = (message: string, remedy?: string): Complaint => ({
  message,
  ...(remedy === undefined ? {} : { remedy }),
  exit: exitCode.failed,
});

/** The command line itself is wrong. */
export const misused = (message: string, remedy?: string): Complaint => ({
  ...failed(message, remedy),
  exit: exitCode.usage,
});

export function printComplaint(terminal: Terminal, command: string, { message, remedy }: Complaint): void {
  terminal.err(`nanometal ${command}: ${message}\n${remedy === undefined ? '' : `${wrap(remedy, '  ')}\n`}`);
}

/** What to do when a repository does not answer as it should. */
const repoRemedies: Readonly<Record<RepoFailure['reason'], string>> = {
  unreachable: 'see whether this host reaches the remote, and whether --ca-file or a proxy is needed',
  timeout: 'try again; if it stays so, look at the remote',
  credentials: 'name a token with --git-token-file, or a key with --ssh-key',
  'not-found': 'name the repository with --repo: a path or a URL',
  refused: 'correct the address or the options',
  corrupt: 'run `git fsck` in that repository',
  'too-large': 'the repository holds something that is not a fleet; remove it there',
  locked: 'if no Git process holds the lock any more, remove it',
};

export const repoFailed = (address: string, { reason, message }: RepoFailure): Complaint =>
  failed(`${address}: ${message}`, repoRemedies[reason]);
