import { isLoopback, type Remote } from './remote.ts';

/**
 * The proxy for a remote: what was given, else the environment's usual variables, unless NO_PROXY names the host. A host
 * of our own is never asked for through a proxy that nobody named.
 */
export function proxyFor(
  remote: Extract<Remote, { kind: 'http' }>,
  given: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  if (given !== undefined) return given;
  const set = remote.secure
    ? (environment.https_proxy ?? environment.HTTPS_PROXY)
    : // HTTP_PROXY in capitals can be set from outside in CGI programs, so nobody reads it.
      environment.http_proxy;
  if (set === undefined || set === '' || isLoopback(remote.host)) return undefined;
  const excepted = (environment.no_proxy ?? environment.NO_PROXY ?? '').split(',').map((name) => name.trim());
  return excepted.some((name) => name === '*' || names(name, remote.host)) ? undefined : set;
}

/** `example.org` and `.example.org` name the host and everything below it. */
function names(pattern: string, host: string): boolean {
  const bare = pattern
    .replace(/^\*?\./, '')
    .replace(/:\d+$/, '')
    .toLowerCase();
  return bare !== '' && (host.toLowerCase() === bare || host.toLowerCase().endsWith(`.${bare}`));
}
