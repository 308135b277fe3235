import type { Miss } from '../model/inventory.ts';
import type { Result } from '../model/result.ts';
import type { HttpOutcome } from '../ports/http.ts';
import type { Resource } from './fields.ts';

/** Why there is nothing to go on. The message is for people and holds no secret. */
export interface Missed {
  readonly reason: Miss;
  readonly message: string;
  /**
   * What was said beside no: the password must be changed first; the account is locked, or may soon be; nothing was
   * sent, because the one who asked had something against it.
   */
  readonly hint?: 'password-change' | 'lock-out' | 'barred';
}

/** A resource as it was read. */
export interface Found {
  readonly kind: 'found';
  readonly path: string;
  readonly body: Resource;
  /** As given, where it can be sent back. */
  readonly etag?: string;
}

/** A definite no to this one resource: it is not there, not for us, or not offered. */
export interface Absent {
  readonly kind: 'absent';
  readonly status: number;
  readonly message: string;
  /** It would be shown if it were paid for. */
  readonly unlicensed?: true;
}

export type Reading<T> = Result<T, Missed>;
export type Reply = Reading<Found | Absent>;

/** Statuses that say that there is no such thing; any other no leaves open whether there is. */
const absence: ReadonlySet<number> = new Set([404, 405, 410, 501]);

export const isGone = ({ status }: Absent): boolean => absence.has(status);

/** A definite no to what nothing works without. */
export const unusable = ({ status, message }: Absent): Missed => ({
  reason: status === 403 ? 'CredentialsRefused' : 'Unsupported',
  message,
});

type Failure = Extract<HttpOutcome, { kind: 'failed' }>;

const missOf: Readonly<Record<Failure['reason'], Miss>> = {
  refused: 'Refused',
  timeout: 'Timeout',
  reset: 'Reset',
  tls: 'Tls',
  'too-large': 'Garbage',
  garbage: 'Garbage',
  confined: 'Confined',
  // Whoever called it off had waited long enough.
  aborted: 'Timeout',
};

export const missedBy = (failure: Failure): Missed => ({ reason: missOf[failure.reason], message: failure.message });
