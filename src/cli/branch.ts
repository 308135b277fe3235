import type { CommitId } from '../model/names.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { type Complaint, repoFailed } from './complaint.ts';
import type { OpenedRepo } from './open-repo.ts';
import { newestOf } from './revision.ts';

/** A branch as the repository has it, or, in somebody's clone, as it was last fetched from `origin`. Null: neither. */
export async function findBranch(opened: OpenedRepo, name: string): Promise<Result<CommitId | null, Complaint>> {
  const refs = [`refs/heads/${name}`, ...(opened.local === null ? [] : [`refs/remotes/origin/${name}`])];
  const fetched = await opened.repo.fetch(refs);
  if (!fetched.ok) return fail(repoFailed(opened.address, fetched.error));
  return ok(
    await newestOf(
      opened.repo,
      refs.map((ref) => fetched.value.get(ref)),
    ),
  );
}
