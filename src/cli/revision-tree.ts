import type { TreeFile } from '../manifest/check-tree.ts';
import { limits } from '../manifest/limits.ts';
import type { ObjectId } from '../model/names.ts';
import type { Commit, Repo } from '../ports/repo.ts';
import type { FleetSource } from './fleet-source.ts';

const entriesMax = 1_000_000;

/** The files as a commit has them. */
export async function readRevisionTree(repo: Repo, commit: Commit): Promise<FleetSource> {
  const entries: TreeFile[] = [];
  const ids = new Map<string, ObjectId>();
  const folders: { readonly prefix: string; readonly id: ObjectId }[] = [{ prefix: '', id: commit.tree }];
  for (let folder = folders.pop(); folder && entries.length < entriesMax; folder = folders.pop()) {
    for (const { name, mode, id } of (await repo.tree(folder.id)) ?? []) {
      const path = folder.prefix + name;
      if (mode === '040000') {
        folders.push({ prefix: `${path}/`, id });
        continue;
      }
      entries.push({ path, mode });
      ids.set(path, id);
    }
  }
  return {
    entries,
    read: (paths) =>
      repo.blobs(
        paths.map((path) => ids.get(path) ?? ''),
        limits.fileBytes,
      ),
  };
}
