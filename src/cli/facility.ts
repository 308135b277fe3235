import { nearest } from '../manifest/nearest.ts';
import { type CommitId, type FacilityName, namePattern } from '../model/names.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Repo, TreeEntry } from '../ports/repo.ts';
import { findBranch } from './branch.ts';
import { type Complaint, failed, misused } from './complaint.ts';
import { readHead } from './local-git.ts';
import type { OpenedRepo } from './open-repo.ts';

/** The facilities that a commit's tree has folders for, sorted. */
export async function facilitiesAt(repo: Repo, commit: CommitId): Promise<readonly FacilityName[]> {
  const entries = await folderAt(repo, commit, ['facilities']);
  return entries
    .filter(({ mode, name }) => mode === '040000' && namePattern.test(name))
    .map(({ name }) => name)
    .sort();
}

/** The one that was named, or the only one there is. */
export async function chooseFacility(
  repo: Repo,
  commit: CommitId,
  named: FacilityName | undefined,
): Promise<Result<FacilityName, Complaint>> {
  if (named !== undefined) return ok(named);
  const [only, ...others] = await facilitiesAt(repo, commit);
  if (only === undefined)
    return fail(failed('there is no facility in the fleet repo', 'add facilities/<f>/facility.yaml'));
  return others.length === 0
    ? ok(only)
    : fail(misused('the fleet repo has several facilities', `name one: -f ${[only, ...others].join(', -f ')}`));
}

/** Said of a name under which there is neither a folder of manifests nor a status branch. */
export async function unknownFacility(repo: Repo, commit: CommitId, named: FacilityName): Promise<Complaint> {
  const names = await facilitiesAt(repo, commit);
  const near = nearest(named, names);
  const there =
    names.length === 0 ? 'there is none yet: add facilities/<f>/facility.yaml' : `there are: ${names.join(', ')}`;
  return failed(
    `no facility is called ${named} in the fleet repo`,
    near === undefined ? there : `did you mean ${near}?`,
  );
}

/** Where a machine's manifest lies, for a command that names a machine and no facility. */
export async function facilityOfMachine(
  repo: Repo,
  commit: CommitId,
  machine: string,
): Promise<Result<FacilityName, Complaint>> {
  const names: string[] = [];
  for (const facility of await facilitiesAt(repo, commit)) {
    if (facility === machine) return ok(facility);
    names.push(facility);
    for (const rack of await folderAt(repo, commit, ['facilities', facility, 'machines'])) {
      const files = rack.mode === '040000' ? ((await repo.tree(rack.id)) ?? []) : [];
      if (files.some(({ name }) => name === `${machine}.yaml`)) return ok(facility);
      for (const { name } of files) names.push(name.replace(/\.yaml$/, ''));
    }
  }
  const near = nearest(machine, names);
  const meant = near === undefined ? 'name its facility with -f if it was deleted' : `did you mean ${near}?`;
  return fail(failed(`no machine or facility is called ${machine} in the fleet repo`, meant));
}

/** The commit that says which facilities and machines there are: the branch that people write, or what is checked out. */
export async function fleetHead(opened: OpenedRepo, branch: string): Promise<Result<CommitId, Complaint>> {
  const head = await findBranch(opened, branch);
  if (!head.ok) return head;
  if (head.value !== null) return ok(head.value);
  const checkedOut = opened.local && readHead(opened.local);
  if (checkedOut && 'id' in checkedOut) return ok(checkedOut.id);
  if (checkedOut) {
    const fetched = await opened.repo.fetch([checkedOut.ref]);
    const id = fetched.ok ? fetched.value.get(checkedOut.ref) : null;
    if (id) return ok(id);
  }
  return fail(
    failed(`there is no branch ${branch} at ${opened.address}`, 'name another with --branch, and the facility with -f'),
  );
}

/** What is in a folder of a commit; nothing where there is no such folder. */
export async function folderAt(repo: Repo, commit: CommitId, path: readonly string[]): Promise<readonly TreeEntry[]> {
  let id = (await repo.commit(commit))?.tree;
  for (const name of path) {
    const entries = id === undefined ? null : await repo.tree(id);
    id = entries?.find((entry) => entry.name === name && entry.mode === '040000')?.id;
  }
  return id === undefined ? [] : ((await repo.tree(id)) ?? []);
}
