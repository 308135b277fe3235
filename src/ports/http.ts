/** One request, one answer, within limits. No redirects are followed, nothing is repeated, no proxy is guessed. */
export interface Http {
  request(request: HttpRequest, signal?: AbortSignal): Promise<HttpOutcome>;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'HEAD';
  /** Absolute, http or https, without userinfo. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly limits: HttpLimits;
  readonly tls?: {
    /** SHA-256 of the peer's public key (SubjectPublicKeyInfo, DER) as hex: if given, it decides alone. */
    readonly pin?: string;
    /** Any certificate will do. */
    readonly insecure?: boolean;
    /** Any certificate will do, and the answer names the key that was shown: for whoever pins it from now on. */
    readonly learn?: boolean;
  };
  /** A connection of its own, so that a stale kept-alive one cannot make the outcome unknown. Set for every non-GET. */
  readonly fresh?: boolean;
  /** Peers outside these CIDR ranges are not connected to; absent: anywhere. */
  readonly within?: readonly string[];
}

/** All in milliseconds and bytes. */
export interface HttpLimits {
  readonly connectMs: number;
  /** Longest silence. */
  readonly idleMs: number;
  readonly totalMs: number;
  readonly bodyBytesMax: number;
}

export type HttpOutcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Names in lower case; repeated ones joined by ", ". */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
      /** As a pin; where `tls.learn` asked for it and the peer spoke TLS. */
      readonly peerKey?: string;
    }
  | {
      readonly kind: 'failed';
      /** `no`: not a byte of the request left. Everything else is `maybe`. */
      readonly sent: 'no' | 'maybe';
      readonly reason: 'refused' | 'timeout' | 'reset' | 'tls' | 'too-large' | 'garbage' | 'confined' | 'aborted';
      readonly message: string;
      /** What was there instead of the pinned key. */
      readonly peerKey?: string;
    };
