import type { FacilityName } from '../model/names.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Commit } from '../ports/repo.ts';
import { branchName } from '../propose/summary.ts';
import { type Complaint, failed, repoFailed } from './complaint.ts';
import type { OpenedRepo } from './open-repo.ts';
import type { Terminal } from './terminal.ts';

export interface PushedBranch {
  readonly branch: string;
  readonly commit: string;
  /** False: the very same was pushed before. */
  readonly isNew: boolean;
}

const branchesMax = 99;

/**
 * One commit on top of `base`, on a branch of its own that is never moved: where today's holds the same files already,
 * nothing is pushed, and where it holds others, this one is called `-2`.
 */
export async function pushProposal(
  { repo, address }: OpenedRepo,
  terminal: Terminal,
  facility: FacilityName,
  base: Commit,
  changes: ReadonlyMap<string, string>,
  message: string,
): Promise<Result<PushedBranch, Complaint>> {
  const { GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL } = terminal.env;
  const id = await repo.write({
    parents: [base.id],
    base: base.tree,
    changes,
    message,
    author: { name: GIT_AUTHOR_NAME || 'nanometal discover', email: GIT_AUTHOR_EMAIL || 'nanometal@localhost' },
    at: terminal.now(),
  });
  const tree = (await repo.commit(id))?.tree;
  const first = branchName(facility, terminal.now());
  for (let i = 1; i <= branchesMax; i++) {
    const branch = i === 1 ? first : `${first}-${i}`;
    const ref = `refs/heads/${branch}`;
    const fetched = await repo.fetch([ref]);
    if (!fetched.ok) return fail(repoFailed(address, fetched.error));
    const there = fetched.value.get(ref) ?? null;
    if (there !== null) {
      if ((await repo.commit(there))?.tree === tree) return ok({ branch, commit: there, isNew: false });
      continue;
    }
    const pushed = await repo.push(ref, null, id);
    switch (pushed.kind) {
      case 'pushed':
        return ok({ branch, commit: id, isNew: true });
      case 'stale':
        return fail(failed(`${branch} came to be meanwhile`, 'somebody else does the same; start it again'));
      case 'refused':
        return fail(failed(`${address} refused ${branch}: ${pushed.message}`, 'use a key that may push discover/*'));
      case 'ambiguous':
        return fail(repoFailed(address, pushed.failure));
    }
  }
  return fail(failed(`${first} and ${branchesMax - 1} more are there already`, 'merge or delete some of them'));
}
