import { createHash, timingSafeEqual } from 'node:crypto';
import ssh2, { type Algorithms, type Client } from 'ssh2';
import type { HostLogin } from '../../ports/host-logins.ts';
import type { HostSubject, ShellFailure } from '../../ports/shell.ts';

const connectMs = 15_000;
const keepaliveMs = 15_000;
/** So many unanswered in a row, and it counts as gone. */
const keepalivesMax = 3;

/** Nothing older than what OpenSSH 7 took; no compression, since what is sent may be guessed in part. */
const algorithms: Algorithms = {
  kex: [
    'curve25519-sha256',
    'curve25519-sha256@libssh.org',
    'ecdh-sha2-nistp256',
    'ecdh-sha2-nistp384',
    'ecdh-sha2-nistp521',
    'diffie-hellman-group16-sha512',
  ],
  serverHostKey: ['ssh-ed25519', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'rsa-sha2-512', 'rsa-sha2-256'],
  cipher: ['chacha20-poly1305@openssh.com', 'aes256-gcm@openssh.com', 'aes128-gcm@openssh.com', 'aes256-ctr'],
  hmac: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256'],
  compress: ['none'],
};

export type Line =
  | { readonly kind: 'open'; readonly client: Client; readonly username: string }
  | { readonly kind: 'failed'; readonly reason: ShellFailure; readonly message: string };

/** Connects, compares the host's key before anything is said about us, and logs in with the one key. */
export function openLine(host: HostSubject, login: HostLogin): Promise<Line> {
  const where = `${host.name} (${host.address} port ${host.port})`;
  const privateKey = login.privateKey.reveal();
  const failed = (reason: ShellFailure, message: string): Line => ({
    kind: 'failed',
    reason,
    message: `${where}: ${message}`,
  });
  // The library's words about keys are not passed on: they may quote them.
  if (ssh2.utils.parseKey(privateKey) instanceof Error) {
    return Promise.resolve(
      failed(
        'credentials',
        `the private key of ${host.credentials} cannot be read: it must be whole and without a passphrase`,
      ),
    );
  }
  return new Promise((resolve) => {
    const client = new ssh2.Client();
    let other: string | null = null;
    const end = (line: Line): void => {
      if (line.kind === 'failed') client.destroy();
      resolve(line);
    };
    // Errors also come after the end of a line that was open; those who use it see it close.
    client.on('error', (error) => {
      if (other !== null) end(failed('host-key', other));
      else if (error.level === 'client-authentication') end(failed('credentials', refused(host, login)));
      else if (error.level === 'client-timeout') end(failed('unreachable', `no answer within ${connectMs / 1000} s`));
      else end(failed('unreachable', `no connection: ${reasonOf(error)}`));
    });
    client.once('close', () => end(failed('unreachable', 'the connection was closed while it was being made')));
    client.once('ready', () => end({ kind: 'open', client, username: login.username }));
    client.connect({
      host: host.address,
      port: host.port,
      username: login.username,
      readyTimeout: connectMs,
      keepaliveInterval: keepaliveMs,
      keepaliveCountMax: keepalivesMax,
      algorithms,
      hostVerifier: (key: Buffer) => {
        other = compareKey(host, key);
        return other === null;
      },
      privateKey,
      // Nothing else is tried: no password, no agent, no questions.
      authHandler: ['publickey'],
    });
  });
}

/** Null: it is the one that was declared. The key is compared as a whole, through its digest (RFC 4253 §6.6). */
function compareKey(host: HostSubject, key: Buffer): string | null {
  const shown = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
  const declared = Buffer.from(host.hostKey);
  const given = Buffer.from(shown);
  if (declared.length === given.length && timingSafeEqual(declared, given)) return null;
  const type = /^[a-z0-9@.-]{1,40}$/.exec(
    key.subarray(4, 4 + Math.min(40, key.readUInt32BE(0))).toString('latin1'),
  )?.[0];
  return (
    `it showed the ${type ?? 'unknown'} key ${shown}, and hostKey in its manifest is ${host.hostKey || 'empty'}; ` +
    'nothing was sent. If the host was set up anew, compare with ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub on ' +
    'the host itself and declare that; else somebody stands in between'
  );
}

const refused = (host: HostSubject, login: HostLogin): string =>
  `it does not let ${login.username} in with the key of ${host.credentials}: put its public half into ` +
  `authorized_keys of ${login.username} on the host, or seal the right key`;

const reasonOf = (error: Error & { readonly code?: string }): string =>
  typeof error.code === 'string' && /^[A-Z0-9_]{2,30}$/.test(error.code)
    ? error.code
    : 'it broke off, or does not speak SSH with algorithms of today';
