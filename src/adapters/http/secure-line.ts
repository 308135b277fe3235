import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { connect, type SecureContext, type TLSSocket } from 'node:tls';
import type { Destination } from './destination.ts';
import { NoLine } from './no-line.ts';

/** TLS over a connected socket. It resolves only once the peer's key is the pinned one, or its certificate is good. */
export function secureLine(
  socket: Socket,
  to: Destination,
  trust: SecureContext,
  signal: AbortSignal,
): Promise<TLSSocket> {
  return new Promise((settle, reject) => {
    const line = connect({
      socket,
      host: to.host,
      servername: to.isAddress ? '' : to.host,
      secureContext: trust,
      ALPNProtocols: ['http/1.1'],
      // Judged below, where a pin can decide alone and the failure can name the key that was there.
      rejectUnauthorized: false,
    });
    const fail = (failure: NoLine): void => {
      signal.removeEventListener('abort', late);
      line.on('error', () => {}).destroy();
      reject(failure);
    };
    const late = (): void => fail(new NoLine('timeout', `no TLS with ${to.host} in time`));
    const broken = (error: NodeJS.ErrnoException): void =>
      fail(new NoLine('tls', `no TLS with ${to.host}: ${error.code ?? 'the handshake failed'}`));
    signal.addEventListener('abort', late);
    if (signal.aborted) late();
    line.once('error', broken);
    // A peer that hangs up in the handshake may do so without an error.
    line.once('close', closed);
    function closed(): void {
      fail(new NoLine('tls', `no TLS with ${to.host}: the connection was closed`));
    }
    line.once('secureConnect', () => {
      signal.removeEventListener('abort', late);
      line.removeListener('error', broken);
      line.removeListener('close', closed);
      const distrust = judge(line, to);
      if (distrust === null) settle(line);
      else fail(distrust);
    });
  });
}

/** Kept from the handshake: later, Node no longer tells the certificate of every line. */
const shownKeys = new WeakMap<object, string>();

/** The key that the peer of this connection showed, as a pin; undefined without TLS. */
export const peerKeyOf = (line: object): string | undefined => shownKeys.get(line);

function judge(line: TLSSocket, to: Destination): NoLine | null {
  const peerKey = publicKeyDigest(line);
  if (peerKey !== undefined) shownKeys.set(line, peerKey);
  if (to.pin !== undefined) {
    if (peerKey === to.pin) return null;
    return new NoLine('tls', `${to.host} shows the key ${peerKey ?? 'none'}, not the pinned ${to.pin}`, peerKey);
  }
  if (to.insecure || line.authorized) return null;
  const why = String(line.authorizationError ?? 'not trusted');
  return new NoLine('tls', `the certificate of ${to.host} is not good: ${why}; pin its key or trust its CA`, peerKey);
}

/** SHA-256 over the DER of SubjectPublicKeyInfo (RFC 5280 §4.1), as the pin in a manifest. */
function publicKeyDigest(line: TLSSocket): string | undefined {
  const key = line.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' });
  return key === undefined ? undefined : createHash('sha256').update(key).digest('hex');
}
