import type { Login } from '../credentials.ts';
import type { Remote } from '../remote.ts';

export interface SshOptions {
  readonly sshKey?: string;
  readonly knownHosts?: string;
  readonly connectMs: number;
}

export interface Surroundings {
  readonly remote: Remote;
  /** An empty folder, so that nothing of the account's own configuration is read. */
  readonly home: string;
  readonly ssh: SshOptions;
  readonly caFile?: string;
  readonly proxy?: string;
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/**
 * Everything a Git child may know. Built from nothing: of our own environment only PATH and, without a key of its own,
 * the ssh agent get through. No configuration but the clone's own is read, and no protocol but the remote's is spoken.
 */
export function closedEnvironment(around: Surroundings): Record<string, string> {
  const { remote, home } = around;
  const environment: Record<string, string> = {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    HOME: home,
    XDG_CONFIG_HOME: home,
    LANG: 'C',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ALLOW_PROTOCOL: allowedProtocols(remote),
  };
  if (remote.kind === 'http') {
    if (around.caFile !== undefined) environment.GIT_SSL_CAINFO = around.caFile;
    // libcurl reads the upper-case form for https only, the lower-case form for both.
    if (around.proxy !== undefined) environment[remote.secure ? 'https_proxy' : 'http_proxy'] = around.proxy;
  }
  if (remote.kind === 'ssh') {
    environment.GIT_SSH_COMMAND = sshCommand(around.ssh);
    environment.GIT_SSH_VARIANT = 'ssh';
    const agent = process.env.SSH_AUTH_SOCK;
    if (around.ssh.sshKey === undefined && agent !== undefined) environment.SSH_AUTH_SOCK = agent;
  }
  return environment;
}

function allowedProtocols(remote: Remote): string {
  if (remote.kind === 'path') return 'file';
  if (remote.kind === 'ssh') return 'ssh';
  return remote.secure ? 'https' : 'http';
}

/** No question is asked, no unknown host key is taken, no configuration of the account is read. */
function sshCommand(ssh: SshOptions): string {
  const words = ['ssh', '-F', '/dev/null', '-o', 'BatchMode=yes', '-o', 'StrictHostKeyChecking=yes'];
  words.push('-o', `ConnectTimeout=${Math.ceil(ssh.connectMs / 1000)}`, '-o', 'ServerAliveInterval=15');
  words.push('-o', 'ForwardAgent=no', '-o', 'ClearAllForwardings=yes', '-o', 'PermitLocalCommand=no');
  if (ssh.sshKey !== undefined) words.push('-i', ssh.sshKey, '-o', 'IdentitiesOnly=yes');
  if (ssh.knownHosts !== undefined) {
    words.push('-o', `UserKnownHostsFile=${ssh.knownHosts}`, '-o', 'GlobalKnownHostsFile=/dev/null');
  }
  return words.map(quoted).join(' ');
}

const loginVariables = { user: 'NANOMETAL_GIT_USER', password: 'NANOMETAL_GIT_PASSWORD' } as const;

/** Git asks this line for a login after a 401; the answer stands in the environment, never in an argument or a file. */
export const credentialLine = `!f() { test "$1" = get || exit 0; test -n "$${loginVariables.user}" || exit 0; printf 'username=%s\\npassword=%s\\n' "$${loginVariables.user}" "$${loginVariables.password}"; }; f`;

export const loginEnvironment = (login: Login | null): Record<string, string> =>
  login === null ? {} : { [loginVariables.user]: login.username, [loginVariables.password]: login.password.reveal() };
