import type { Instant, Ticks } from '../model/names.ts';
import type { Secret } from '../model/secret.ts';
import type { Credentials } from './secrets.ts';

/** One account of one BMC: `https://host[:port]`, and beside it the key that is pinned there, where there is one. */
export interface LoginPlace {
  readonly address: string;
  readonly key?: string;
}

/** A password that was shown, and that let nobody in. */
export interface Tried {
  readonly at: Ticks;
  /** Of the password; null: whoever showed it did not say which. */
  readonly mark: string | null;
  /**
   * `unheard`: no answer is known, because none came, or because the process ended first. `outdated`: it is the right one,
   * and must be changed before anything else is done.
   */
  readonly kind: 'unheard' | 'refused' | 'outdated';
  readonly why: string;
  /** Since then the account let somebody in, so that the BMC counts from zero again. */
  readonly forgiven: boolean;
}

/**
 * Which passwords were shown to which BMC, and what came of it: accounts lock. It outlives the process, so that nobody who
 * starts it again and again tries one more often than is allowed. What resolves is on the platter.
 */
export interface LoginBook {
  /** Before a password goes out: until more is said, it counts as one that was not answered. Needless for one that is `known`. */
  trying(place: LoginPlace, username: string, password: Secret | null): Promise<void>;
  /** Not a byte of it left, or the BMC did not look at it. */
  spared(place: LoginPlace, credentials: Credentials): Promise<void>;
  refused(place: LoginPlace, credentials: Credentials, kind: 'refused' | 'outdated', why: string): Promise<void>;
  /** `password`: from now on it is `known`. */
  cameIn(place: LoginPlace, username: string, password: Secret | null): Promise<void>;
  /** The password of this account is about to be changed: what let us in before is a guess from now on. */
  doubt(place: LoginPlace, username: string): Promise<void>;
  /** Another machine answers at this address: what the one before refused proves nothing. Believed once an hour. */
  meetAnew(address: string): void;
  /** It let us in, and was not refused since. */
  isKnown(address: string, credentials: Credentials): boolean;
  /** Of this account, the oldest first; older ones than an hour are kept for a while. */
  tried(address: string, username: string): readonly Tried[];
  /** As in `Tried.mark`. */
  mark(password: Secret): string;
  /** When this account, by address or key, may see one more, of `perHour` in vain; null: now. */
  waitsUntil(place: LoginPlace, username: string, perHour: number): Instant | null;
}
