import type { Instant } from '../model/names.ts';
import { never } from '../model/never.ts';
import type { Commit } from '../ports/repo.ts';
import { parseLease } from '../reconciler/lease.ts';
import { instant, span } from './words.ts';

/** Renewals that a holder may miss, and terms for which what one who let go of it in order has seen is fresh. */
const termsMax = 3;

/** Whether a reconciler is at work, as far as its lease says. */
export type Liveness =
  | {
      readonly kind: 'running' | 'stale' | 'released';
      readonly holder: string;
      readonly since: Instant;
      readonly epoch: number;
      readonly renewed: Instant;
      /** What is committed can be taken for what is so. */
      readonly fresh: boolean;
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
  const fresh = now - commit.at <= termsMax * termMs;
  const kind = released ? 'released' : fresh ? 'running' : 'stale';
  return { kind, holder, since, epoch, renewed: commit.at, fresh };
}

/** One sentence for people; `Stale` or `No` begins it where nobody has tended the facility for a while. */
export function describeLease(liveness: Liveness, now: Instant): string {
  switch (liveness.kind) {
    case 'running':
      return `Tended by ${liveness.holder} since ${instant(liveness.since)}, epoch ${liveness.epoch}.`;
    case 'stale': {
      const silence = span(now - liveness.renewed);
      return `Stale: ${liveness.holder} holds the lease and was last heard of ${silence} ago, at ${instant(liveness.renewed)}.`;
    }
    case 'released': {
      // `--once` is not expected to stay: that it was here a moment ago is as good as being here.
      const when = `${instant(liveness.renewed)}, ${span(now - liveness.renewed)} ago`;
      return liveness.fresh
        ? `Released at ${when}, by ${liveness.holder}: none is running, and what is committed is fresh.`
        : `Stale: no reconciler is running; ${liveness.holder} released the lease at ${when}.`;
    }
    case 'none':
      return 'No lease is to be seen here: no reconciler has run, or this is a clone and --repo should name the remote.';
    case 'foreign':
      return 'No reconciler is running: what the lease says was not written by one.';
    default:
      return never(liveness);
  }
}
