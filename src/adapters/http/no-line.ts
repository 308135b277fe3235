/** Why there is no connection. An error only because Node hands it on as one; not a byte of a request has left. */
export class NoLine extends Error {
  readonly reason: 'refused' | 'timeout' | 'tls' | 'confined';
  /** SHA-256 of the public key that the peer showed, as hex. */
  readonly peerKey: string | undefined;

  constructor(reason: NoLine['reason'], message: string, peerKey?: string) {
    super(message);
    this.reason = reason;
    this.peerKey = peerKey;
  }
}
