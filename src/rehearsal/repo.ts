import type { NewCommit, Repo } from '../ports/repo.ts';
import { applyChanges, copyReachable, type Objects, put } from './objects.ts';

/** What a Git host keeps. */
export interface Remote {
  readonly objects: Objects;
  readonly refs: Map<string, string>;
  /** Every push is refused, as a protected branch does. */
  refusing: boolean;
}

export const createRemote = (): Remote => ({ objects: new Map(), refs: new Map(), refusing: false });

/** A `Repo` on a remote in memory. `own` is the clone: what outlives a process, in its state folder. */
export function openMemoryRepo(remote: Remote, own: Objects): Repo {
  const commitBody = (id: string) => {
    const object = own.get(id);
    return object?.kind === 'commit' ? object.body : null;
  };
  const isAncestor = (ancestor: string, descendant: string): boolean => {
    const seen = new Set<string>();
    const queue = [descendant];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      if (id === ancestor && commitBody(id)) return true;
      queue.push(...(commitBody(id)?.parents ?? []));
    }
    return false;
  };
  return {
    async fetch(refs) {
      const found = new Map<string, string | null>();
      for (const ref of refs) {
        const id = remote.refs.get(ref) ?? null;
        if (id !== null) copyReachable(remote.objects, own, id);
        found.set(ref, id);
      }
      return { ok: true, value: found };
    },
    async commit(id) {
      const body = commitBody(id);
      if (!body) return null;
      const { tree, parents, seconds, message } = body;
      return { id, tree, parents, at: seconds * 1000, message };
    },
    async tree(id) {
      const object = own.get(id);
      if (object?.kind !== 'tree') return null;
      return object.items.map(({ mode, name, id: item }) => ({
        mode: mode.padStart(6, '0'),
        name: new TextDecoder().decode(Buffer.from(name, 'latin1')),
        id: item,
      }));
    },
    async blobs(ids, bytesMax) {
      return ids.map((id) => {
        const object = own.get(id);
        if (object?.kind !== 'blob') return null;
        return object.bytes.length > bytesMax ? 'too-large' : object.bytes;
      });
    },
    isAncestor: async (ancestor, descendant) => isAncestor(ancestor, descendant),
    write: async (commit) => writeCommit(own, commit),
    async push(ref, expected, next) {
      const actual = remote.refs.get(ref) ?? null;
      if (actual !== expected) return { kind: 'stale', actual };
      if (remote.refusing) return { kind: 'refused', message: 'protected branch' };
      if (!commitBody(next)) return { kind: 'refused', message: 'no such commit' };
      // The lease is parentless by design and moves by compare-and-swap; a branch never loses commits.
      if (ref.startsWith('refs/heads/') && actual !== null && !isAncestor(actual, next)) {
        return { kind: 'refused', message: 'not a fast-forward' };
      }
      copyReachable(own, remote.objects, next);
      remote.refs.set(ref, next);
      return { kind: 'pushed' };
    },
    async close() {},
  };
}

export function writeCommit(objects: Objects, { parents, base, changes, message, author, at }: NewCommit): string {
  const tree = applyChanges(objects, base, changes) ?? put(objects, { kind: 'tree', items: [] });
  const body = { tree, parents, author, seconds: Math.floor(at / 1000), message };
  return put(objects, { kind: 'commit', body });
}
