import { renderMessage } from '../../src/status/commit-message.ts';
import { commitTo, git } from './git.ts';

/** Puts a lease there, as a reconciler would have at that time. */
export function writeLease(dir: string, at: string, released = false): void {
  const ref = 'refs/nanometal/lease/ams1';
  const message = renderMessage({
    facility: 'ams1',
    subject: `lease ${released ? 'released' : 'held'} by host-1`,
    kind: 'lease',
    trailers: [
      ['Holder', 'host-1'],
      ['Epoch', '3'],
      ['Sequence', '7'],
      ['Since', '2026-11-20T10:00:00.000Z'],
      ['Released', String(released)],
      ['Fleet-Commit', 'none'],
      ['Status-Commit', 'none'],
    ],
  });
  dropLease(dir);
  commitTo(dir, ref, at, message, new Map());
}

export function dropLease(dir: string): void {
  git(dir, '2026-11-20T10:00:00Z', ['update-ref', '-d', 'refs/nanometal/lease/ams1']);
}
