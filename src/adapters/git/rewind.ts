import type { CommitId } from '../../model/names.ts';
import type { PushOutcome, RefName, Repo } from '../../ports/repo.ts';
import { isOwnRef } from './store/ref-name.ts';

/**
 * What speaks against moving the ref before the remote is even asked; `null`: nothing. A ref goes forward: `next` has
 * `expected` in its history. The exception are refs of our own that hold one parentless commit, the lease.
 */
export async function findRewind(
  repo: Pick<Repo, 'commit' | 'isAncestor'>,
  ref: RefName,
  expected: CommitId | null,
  next: CommitId,
): Promise<PushOutcome | null> {
  const commit = await repo.commit(next);
  if (commit === null) {
    const message = `the commit ${next} is no longer in the clone, which was damaged and made anew`;
    return { kind: 'ambiguous', failure: { reason: 'corrupt', message } };
  }
  if (expected === null || (isOwnRef(ref) && commit.parents.length === 0)) return null;
  if (await repo.isAncestor(expected, next)) return null;
  return { kind: 'refused', message: `${ref} would lose commits: ${next} does not continue ${expected}` };
}
