import type { RepoFailure } from '../../../ports/repo.ts';

/** The other side gave no answer. Thrown through isomorphic-git, and caught on the other side of it. */
export class NoAnswer extends Error {
  readonly reason: RepoFailure['reason'];
  constructor(reason: RepoFailure['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}
