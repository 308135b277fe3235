import { readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '../../model/result.ts';
import { Secret } from '../../model/secret.ts';
import type { RepoFailure } from '../../ports/repo.ts';

/** For HTTP Basic, which is how every Git host takes its tokens. */
export interface Login {
  readonly username: string;
  readonly password: Secret;
}

/** Where the login comes from. The file is read anew for each operation, so that a rotated token is seen. */
export interface LoginSource {
  /** One line: a token, or `user:password`. */
  readonly tokenFile?: string;
  /** Goes with a token that stands alone. */
  readonly username?: string;
}

/** GitHub and Gitea take any user beside a token, GitLab takes any for most of its tokens. */
const anyUser = 'x-access-token';
const fileBytesMax = 64 * 1024;

/** `null`: no file was named, so no login is offered. */
export async function readLogin(source: LoginSource): Promise<Result<Login | null, RepoFailure>> {
  if (source.tokenFile === undefined) return ok(null);
  const refuse = (why: string) => fail<RepoFailure>({ reason: 'credentials', message: `the Git token file ${why}` });
  let text: string;
  try {
    text = await readFile(source.tokenFile, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return refuse(`${source.tokenFile} cannot be read (${code})`);
  }
  const line = text.trim();
  if (line === '' || line.length > fileBytesMax) return refuse(`${source.tokenFile} is empty or too long`);
  // A line break would let a token forge a second answer.
  if (/\p{Cc}/u.test(line)) return refuse(`${source.tokenFile} holds more than one line`);
  const colon = line.indexOf(':');
  if (source.username !== undefined || colon < 0) {
    return ok({ username: source.username ?? anyUser, password: new Secret(line) });
  }
  return ok({ username: line.slice(0, colon), password: new Secret(line.slice(colon + 1)) });
}
