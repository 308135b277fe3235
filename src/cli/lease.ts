import type { Instant } from '../model/names.ts';
import { never } from '../model/never.ts';
import type { Commit } from '../ports/repo.ts';
import { parseLease } from '../reconciler/lease.ts';
import { instant, span } from './words.ts';

/** Renewals that a holder may miss. */
const termsMax = 3;

/** Whether a reconciler is at work, as far as its lease says. */
export type Liveness =
  | {
      readonly kind: 'running' | 'stale' | 'released';
      readonly holder: string;
      readonly since: Instant;
      readonly epoch: number;
      readonly renewed: Instant;
    }
  /** There is no lease: no reconciler was ever here, or this is somebody's clone. */
  | { readonly kind: 'none' }
  /** The ref holds something that no reconciler wrote. */
  | { readonly kind: 'foreign' };

/** By the wall clock of this host, which is compared with the one that wrote the commit. */
export function judgeLease(commit: Commit | null, termMs: number, now: Instant): Liveness {
  if (commit === null) return { kind: 'none' };
  const lease = parseLease(commit);
  if (lease === null) return { kind: 'foreign' };
  const { holder, since, epoch, released } = lease;
  const kind = released ? 'released' : now - commit.at > termsMax * termMs ? 'stale' : 'running';
  return { kind, holder, since, epoch, renewed: commit.at };
}

/** One sentence for people; `Stale` or `No` begins it where nobody tends the facility. */
export function describeLease(liveness: Liveness, now: Instant): string {
  switch (liveness.kind) {
    case 'running':
      return `Tended by ${liveness.holder} since ${instant(liveness.since)}, epoch ${liveness.epoch}.`;
    case 'stale': {
      const silence = span(now - liveness.renewed);
      return `Stale: ${liveness.holder} holds the lease and was last heard of ${silence} ago, at ${instant(liveness.renewed)}.`;
    }
    case 'released':
      return `No reconciler is running: ${liveness.holder} released the lease at ${instant(liveness.renewed)}.`;
    case 'none':
      return 'No lease is to be seen here: no reconciler has run, or this is a clone and --repo should name the remote.';
    case 'foreign':
      return 'No reconciler is running: what the lease says was not written by one.';
    default:
      return never(liveness);
  }
}
