import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, ok, type Result } from '../../model/result.ts';
import type { RepoFailure } from '../../ports/repo.ts';

/** Where the repository is. `url` and `path` hold no secret: userinfo is refused before they are made. */
export type Remote =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'http'; readonly url: string; readonly host: string; readonly secure: boolean }
  | { readonly kind: 'ssh'; readonly url: string };

const refused = (message: string): Result<Remote, RepoFailure> => fail({ reason: 'refused', message });

/** `user@host:path`, as Git reads it; the host cannot hold a slash. */
const scpPattern = /^(?:[\w.]+@)?\w[\w.-]*:(?!\/\/)[^\s@]+$/;

/**
 * A local path, `file://`, `http(s)://`, `ssh://` or `user@host:path`. Nothing of a refused address is repeated in the
 * reason, since what is wrong with it may be that it holds a password.
 */
export function parseRemote(text: string): Result<Remote, RepoFailure> {
  if (text === '' || /\p{Cc}/u.test(text))
    return refused('the repository address is empty or holds control characters');
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) {
    // A URL with a slash too few, or a password in the short form, must not end up in "no such path".
    if (/:[^/]*@/.test(text)) return refused('the repository address seems to hold a user and a password');
    if (/^[a-z][a-z0-9+.-]*::/i.test(text)) return refused('a repository address cannot name a remote helper');
    if (!text.startsWith('/') && !text.startsWith('.') && scpPattern.test(text))
      return { ok: true, value: { kind: 'ssh', url: text } };
    return ok({ kind: 'path', path: resolve(text) });
  }
  if (!URL.canParse(text)) return refused('the repository address is not a readable URL');
  const url = new URL(text);
  if (scheme === 'file') return parseFileUrl(url);
  if (scheme === 'ssh') {
    if (url.password !== '') return refused('the repository address holds a password; use --ssh-key');
    return /^[\w.-]*$/.test(url.username) && !url.hostname.startsWith('-')
      ? ok({ kind: 'ssh', url: text })
      : refused('the repository address names a user or host that ssh would not take as one');
  }
  if (scheme !== 'http' && scheme !== 'https') return refused(`a repository cannot be reached by ${scheme}://`);
  if (url.username !== '' || url.password !== '' || text.includes('@')) {
    return refused(
      'the repository address holds a user or password; put them in a file and name it with --git-token-file',
    );
  }
  if (url.search !== '' || url.hash !== '')
    return refused('the repository address holds a query; use --git-token-file for a token');
  const trimmed = url.href.replace(/\/+$/, '');
  return ok({ kind: 'http', url: trimmed, host: url.hostname, secure: scheme === 'https' });
}

function parseFileUrl(url: URL): Result<Remote, RepoFailure> {
  if (url.host !== '' || url.search !== '' || url.hash !== '')
    return refused('a file:// address names a path on this host and nothing else');
  try {
    return ok({ kind: 'path', path: fileURLToPath(url) });
  } catch {
    return refused('the file:// address is not a path');
  }
}

/** Traffic to these does not leave the host. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
