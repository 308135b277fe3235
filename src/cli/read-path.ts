import type { ObjectId } from '../model/names.ts';
import type { Repo, TreeEntry } from '../ports/repo.ts';

const bytesMax = 4 * 1024 * 1024;

/** One file of a tree; null where there is none, or more than 4 MiB. */
export async function readPath(repo: Repo, tree: ObjectId, path: string): Promise<Uint8Array | null> {
  let id: ObjectId | undefined = tree;
  for (const name of path.split('/')) {
    const entries: readonly TreeEntry[] | null = id === undefined ? null : await repo.tree(id);
    id = entries?.find((entry) => entry.name === name)?.id;
  }
  const [blob] = id === undefined ? [] : await repo.blobs([id], bytesMax);
  return blob instanceof Uint8Array ? blob : null;
}
