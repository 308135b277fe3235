import type { CommitId } from '../model/names.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Commit, RefName, Repo } from '../ports/repo.ts';
import { type Complaint, failed, misused, repoFailed } from './complaint.ts';
import { readHead } from './local-git.ts';
import type { OpenedRepo } from './open-repo.ts';
import { short } from './words.ts';

export interface NamedCommit {
  /** As it was asked for. */
  readonly name: string;
  readonly commit: Commit;
}

/** Commits that are looked through for one that begins like an abbreviated id. */
const walkMax = 100_000;

/**
 * A branch, a tag, a full ref name, `HEAD` of a repository on this host, a commit id whole or shortened to at least seven
 * digits; each may end in `~2` or `^`, which go back along first parents.
 */
export async function resolveRevision(opened: OpenedRepo, name: string): Promise<Result<NamedCommit, Complaint>> {
  const [, base = '', back = ''] = /^(.*?)((?:~\d{0,5}|\^)*)$/s.exec(name) ?? [];
  const id = await idOf(opened, base);
  if (!id.ok) return id;
  let commit = await opened.repo.commit(id.value);
  if (commit === null) return fail(noCommit(opened, name, id.value));
  for (let steps = stepsOf(back); steps > 0; steps--) {
    const parent: CommitId | undefined = commit.parents[0];
    const next: Commit | null = parent === undefined ? null : await opened.repo.commit(parent);
    if (next === null) {
      const remedy = parent === undefined ? 'name a newer one' : 'fetch more history: git fetch --unshallow';
      return fail(failed(`${name}: the history known at ${opened.address} ends at ${short(commit.id)}`, remedy));
    }
    commit = next;
  }
  return ok({ name, commit });
}

const stepsOf = (back: string): number =>
  [...back.matchAll(/~(\d*)|\^/g)].reduce((sum, [, digits]) => sum + Number(digits || 1), 0);

async function idOf(opened: OpenedRepo, name: string): Promise<Result<CommitId, Complaint>> {
  if (name === 'HEAD' || name === '@') return idOfHead(opened);
  if (/^[0-9a-f]{40}$/.test(name)) {
    // Of a repository elsewhere only what was fetched can be read.
    const known = opened.local === null ? await tipsOf(opened) : ok([]);
    return known.ok ? ok(name) : known;
  }
  if (!isRefLike(name)) return fail(misused(`${JSON.stringify(name)} is no revision`, expected));
  const refs = name.startsWith('refs/')
    ? [name]
    : [`refs/tags/${name}`, `refs/heads/${name}`, ...(opened.local === null ? [] : [`refs/remotes/${name}`])];
  const fetched = await opened.repo.fetch(refs);
  if (!fetched.ok) return fail(repoFailed(opened.address, fetched.error));
  const found = refs.map((ref) => fetched.value.get(ref)).find((id) => id !== null && id !== undefined);
  if (found) return ok(found);
  if (/^[0-9a-f]{7,39}$/.test(name)) return expand(opened, name);
  return fail(failed(`there is no branch, tag or commit ${name} at ${opened.address}`, expected));
}

const expected = 'expected a branch, a tag, HEAD, a ref such as refs/heads/main, or a commit id of 7 to 40 digits';

async function idOfHead(opened: OpenedRepo): Promise<Result<CommitId, Complaint>> {
  if (opened.local === null) {
    return fail(
      misused(`HEAD is only known of a repository on this host, and ${opened.address} is elsewhere`, 'name a branch'),
    );
  }
  const head = readHead(opened.local);
  if (head === null) return fail(failed(`the HEAD of ${opened.address} cannot be read`, 'name a branch or a commit'));
  if ('id' in head) return ok(head.id);
  const fetched = await opened.repo.fetch([head.ref]);
  if (!fetched.ok) return fail(repoFailed(opened.address, fetched.error));
  const id = fetched.value.get(head.ref);
  return id ? ok(id) : fail(failed(`${head.ref} at ${opened.address} has no commit yet`, 'commit something first'));
}

/** Only what the usual branches hold is looked through: the port tells of no other commits. */
async function expand(opened: OpenedRepo, prefix: string): Promise<Result<CommitId, Complaint>> {
  const tips = await tipsOf(opened);
  if (!tips.ok) return tips;
  const found = await findPrefixed(opened.repo, tips.value, prefix);
  const [first] = found;
  if (found.length > 1) {
    return fail(misused(`${prefix} is the beginning of ${found.map(short).join(' and ')}`, 'give more digits'));
  }
  return first === undefined ? fail(noCommit(opened, prefix, prefix)) : ok(first);
}

async function tipsOf(opened: OpenedRepo): Promise<Result<readonly CommitId[], Complaint>> {
  const refs: RefName[] = ['refs/heads/main', 'refs/heads/master'];
  const head = opened.local && readHead(opened.local);
  if (head && 'ref' in head) refs.push(head.ref);
  if (opened.local) refs.push('refs/remotes/origin/main', 'refs/remotes/origin/master');
  const fetched = await opened.repo.fetch([...new Set(refs)]);
  if (!fetched.ok) return fail(repoFailed(opened.address, fetched.error));
  const ids = [...fetched.value.values()].filter((id) => id !== null);
  return ok(head && 'id' in head ? [head.id, ...ids] : ids);
}

async function findPrefixed(repo: Repo, tips: readonly CommitId[], prefix: string): Promise<readonly CommitId[]> {
  const found: CommitId[] = [];
  const seen = new Set<CommitId>(tips);
  const queue = [...seen];
  for (let next = 0; next < queue.length && next < walkMax && found.length < 2; next++) {
    const id = queue[next] ?? '';
    if (id.startsWith(prefix)) found.push(id);
    for (const parent of (await repo.commit(id))?.parents ?? []) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      queue.push(parent);
    }
  }
  return found;
}

const noCommit = (opened: OpenedRepo, name: string, id: string): Complaint =>
  failed(
    `${name} is no commit that can be read at ${opened.address}${id.startsWith(name) ? '' : ` (${short(id)})`}`,
    opened.local === null
      ? 'name the branch that holds it'
      : 'fetch it first; a tag with a message is named by its commit',
  );

/** What Git lets a branch be called, as far as it could be mistaken for something else. */
const unfit = /^[-/]|[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|\/\.|^\.|\.$|\/$|\.lock(?:\/|$)/u;
export const isRefLike = (name: string): boolean => name !== '' && Buffer.byteLength(name) <= 900 && !unfit.test(name);

/** Of the ids that a branch has here and at the remote that this is a clone of: the one that holds the other. */
export async function newestOf(repo: Repo, ids: readonly (CommitId | null | undefined)[]): Promise<CommitId | null> {
  let newest: CommitId | null = null;
  for (const id of ids) {
    if (id && (newest === null || (await repo.isAncestor(newest, id)))) newest = id;
  }
  return newest;
}
