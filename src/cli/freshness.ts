import { fail, ok, type Result } from '../model/result.ts';
import type { Commit } from '../ports/repo.ts';
import { type Complaint, failed } from './complaint.ts';
import { describeLease, judgeLease } from './lease.ts';
import type { Terminal } from './terminal.ts';

/** A reconciler that ran with `--once` has looked not long ago. */
const releasedTermsMax = 12;

/**
 * Whether what is committed of a facility can be taken for what is so: somebody tends it, or has done until just now. In a
 * clone the lease is not to be seen; that is said, and left to whoever works there.
 */
export function freshEnough(lease: Commit | null, termMs: number, terminal: Terminal): Result<null, Complaint> {
  const now = terminal.now();
  const liveness = judgeLease(lease, termMs, now);
  const tended =
    liveness.kind === 'released' ? now - liveness.renewed <= releasedTermsMax * termMs : liveness.kind === 'running';
  if (tended) return ok(null);
  const words = describeLease(liveness, now);
  if (liveness.kind === 'none') {
    terminal.err(`${words} What is committed may be old.\n`);
    return ok(null);
  }
  return fail(
    failed(`what is committed may be old. ${words.replace(/\.$/, '')}`, 'start the reconciler, and let it look'),
  );
}
