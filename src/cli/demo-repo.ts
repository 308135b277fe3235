import * as fs from 'node:fs';
import git from 'isomorphic-git';
import { systemClock } from '../adapters/clock.ts';
import { openRepo } from '../adapters/git/choose.ts';
import type { CommitId } from '../model/names.ts';
import type { Commit, Repo } from '../ports/repo.ts';
import { readPath } from './read-path.ts';

/** A bare repository on disk, and somebody who commits to its `main`; no git binary is needed. */
export interface DemoRepo {
  readonly path: string;
  /** What `main` began with. */
  readonly first: CommitId;
  /** Puts a change on a branch of its own. */
  propose(branch: string, message: string, changes: ReadonlyMap<string, string>): Promise<CommitId>;
  /** Merges it into `main`, as a forge does when somebody presses the button. */
  merge(branch: string, message: string): Promise<CommitId>;
  /** The commits of a ref, newest first. */
  history(ref: string): Promise<readonly Commit[]>;
  /** A file at the tip of a ref; null where there is none. */
  file(ref: string, path: string): Promise<string | null>;
  close(): Promise<void>;
}

const author = { name: 'Ada Operator', email: 'ada@example.org' };

export async function createDemoRepo(
  path: string,
  stateDir: string,
  files: ReadonlyMap<string, string>,
): Promise<DemoRepo> {
  await git.init({ fs, gitdir: path, dir: path, bare: true, defaultBranch: 'main' });
  const opened = await openRepo({ remote: path, stateDir, adapter: 'isomorphic' });
  if (!opened.ok) throw new Error(opened.error.message);
  const repo = opened.value;
  const first = await commit(repo, 'refs/heads/main', [], 'A fleet of two facilities', files);
  return {
    path,
    first,
    async propose(branch, message, changes) {
      const main = await headOf(repo, 'refs/heads/main');
      return commit(repo, `refs/heads/${branch}`, main ? [main] : [], message, changes);
    },
    async merge(branch, message) {
      const main = await headOf(repo, 'refs/heads/main');
      const change = await headOf(repo, `refs/heads/${branch}`);
      const tree = change && (await repo.commit(change))?.tree;
      if (!main || !change || !tree) throw new Error(`the branch ${branch} is not there`);
      const merged = await repo.write({
        parents: [main, change],
        base: tree,
        changes: new Map(),
        message: `${message}\n`,
        author,
        at: systemClock.now(),
      });
      await push(repo, 'refs/heads/main', main, merged);
      return merged;
    },
    async history(ref) {
      const found: Commit[] = [];
      for (let id = await headOf(repo, ref); id; id = found.at(-1)?.parents[0] ?? null) {
        const next = await repo.commit(id);
        if (!next) break;
        found.push(next);
      }
      return found;
    },
    async file(ref, path) {
      const head = await headOf(repo, ref);
      const commit = head === null ? null : await repo.commit(head);
      const blob = commit && (await readPath(repo, commit.tree, path));
      return blob ? new TextDecoder().decode(blob) : null;
    },
    close: () => repo.close(),
  };
}

async function commit(
  repo: Repo,
  ref: string,
  parents: readonly CommitId[],
  message: string,
  changes: ReadonlyMap<string, string>,
): Promise<CommitId> {
  const base = parents[0] ? ((await repo.commit(parents[0]))?.tree ?? null) : null;
  const id = await repo.write({ parents, base, changes, message: `${message}\n`, author, at: systemClock.now() });
  await push(repo, ref, await headOf(repo, ref), id);
  return id;
}

async function push(repo: Repo, ref: string, expected: CommitId | null, next: CommitId): Promise<void> {
  const pushed = await repo.push(ref, expected, next);
  if (pushed.kind !== 'pushed') throw new Error(`${ref} was not moved: ${pushed.kind}`);
}

async function headOf(repo: Repo, ref: string): Promise<CommitId | null> {
  const refs = await repo.fetch([ref]);
  return refs.ok ? (refs.value.get(ref) ?? null) : null;
}
