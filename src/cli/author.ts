import { execFile } from 'node:child_process';
import { hostname, userInfo } from 'node:os';
import { fail, ok, type Result } from '../model/result.ts';
import { type Complaint, misused } from './complaint.ts';
import type { Terminal } from './terminal.ts';

export interface Author {
  readonly name: string;
  readonly email: string;
}

/** Whoever commits: as told, as Git's environment or configuration has it, or else this account on this host. */
export async function authorOf({ env, cwd }: Terminal, told: string | undefined): Promise<Result<Author, Complaint>> {
  if (told !== undefined) {
    const [, name, email] = /^([^<>\n]+?) +<([^<>\s]+)>$/.exec(told) ?? [];
    return name && email
      ? ok({ name, email })
      : fail(misused('--author is not as expected', 'write it as "Name <mail>"'));
  }
  const name = env.GIT_AUTHOR_NAME || (await configured(cwd, env, 'user.name')) || userInfo().username;
  const email =
    env.GIT_AUTHOR_EMAIL || (await configured(cwd, env, 'user.email')) || `${userInfo().username}@${hostname()}`;
  return ok({ name, email });
}

/** Empty where there is no Git here, or it does not say. */
const configured = (cwd: string, env: Terminal['env'], key: string): Promise<string> =>
  new Promise((resolve) => {
    execFile('git', ['config', '--get', key], { cwd, env, timeout: 5_000 }, (_, stdout) => resolve(stdout.trim()));
  });
