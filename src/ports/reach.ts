/** Connects to machines, to see that something runs there. Nothing is said on a connection, and it is closed at once. */
export interface Reach {
  connect(to: ReachTarget, signal: AbortSignal): Promise<Reached>;
}

export interface ReachTarget {
  /** IPv4 or IPv6, and no name: nothing is resolved. */
  readonly address: string;
  readonly port: number;
  /** How long it may take. */
  readonly connectMs: number;
}

export type Reached =
  | { readonly kind: 'taken' }
  | {
      readonly kind: 'failed';
      /** `refused`: the machine is there, and nobody listens. `unreachable`: no way leads there, or the address is none. */
      readonly reason: 'refused' | 'timeout' | 'unreachable' | 'aborted';
      /** For people. */
      readonly message: string;
    };
