import type { CommitId, Instant } from '../model/names.ts';
import { never } from '../model/never.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { type Complaint, failed, misused, repoFailed } from './complaint.ts';
import { readHead } from './local-git.ts';
import type { OpenedRepo } from './open-repo.ts';

/** A branch that a command pushes for people to review. */
export interface Proposal {
  readonly name: string;
  /** What it stands at; null: it does not exist yet. */
  readonly head: CommitId | null;
}

/** Runs of one day; nobody reviews more. */
const perDayMax = 100;

/** The branch that was named, or a new one: `<prefix>/<date>`, with a number from the second of a day on. */
export async function proposalBranch(
  opened: OpenedRepo,
  prefix: string,
  named: string | undefined,
  now: Instant,
): Promise<Result<Proposal, Complaint>> {
  if (named !== undefined && !isBranchName(named))
    return fail(misused(`${JSON.stringify(named)} is no branch to push to`));
  const date = new Date(now).toISOString().slice(0, 10);
  const fresh = Array.from({ length: perDayMax }, (_, i) => `${prefix}/${date}${i === 0 ? '' : `-${i + 1}`}`);
  const names = named === undefined ? fresh : [named];
  const fetched = await opened.repo.fetch(names.map((name) => `refs/heads/${name}`));
  if (!fetched.ok) return fail(repoFailed(opened.address, fetched.error));
  const headOf = (name: string): CommitId | null => fetched.value.get(`refs/heads/${name}`) ?? null;
  if (named !== undefined)
    return isCheckedOut(opened, named) ? fail(checkedOut(named)) : ok({ name: named, head: headOf(named) });
  const free = fresh.find((name) => headOf(name) === null);
  if (free === undefined)
    return fail(failed(`there are ${perDayMax} branches ${prefix}/${date} already`, 'name one with --push'));
  return ok({ name: free, head: null });
}

/** By compare-and-swap: whoever moved it meanwhile wins. */
export async function pushProposal(
  { repo, address }: OpenedRepo,
  { name, head }: Proposal,
  commit: CommitId,
): Promise<Result<null, Complaint>> {
  const pushed = await repo.push(`refs/heads/${name}`, head, commit);
  switch (pushed.kind) {
    case 'pushed':
      return ok(null);
    case 'stale':
      return fail(failed(`${name} moved meanwhile`, 'run the command again'));
    case 'refused':
      return fail(
        failed(`${address} refused the push to ${name}: ${pushed.message}`, 'push to another branch with --push'),
      );
    case 'ambiguous':
      return fail(repoFailed(address, pushed.failure));
    default:
      return never(pushed);
  }
}

/** Status branches have one writer, and that is the reconciler. */
const isBranchName = (name: string): boolean =>
  /^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,180}[A-Za-z0-9])?$/.test(name) &&
  !/\.\.|\/\/|\/\.|\.lock(?:\/|$)|\.\//.test(name) &&
  !name.startsWith('status/') &&
  !name.startsWith('refs/');

/** A work tree does not follow when its branch is moved under it. */
function isCheckedOut({ local }: OpenedRepo, name: string): boolean {
  if (local === null || !/[/\\]\.git(?:[/\\]|$)/.test(local.headFile)) return false;
  const head = readHead(local);
  return head !== null && 'ref' in head && head.ref === `refs/heads/${name}`;
}

const checkedOut = (name: string): Complaint =>
  misused(`${name} is checked out here`, 'push to another branch, and merge that');
