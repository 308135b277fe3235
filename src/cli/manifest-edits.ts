import { editManifest } from '../manifest/edit.ts';
import { limits } from '../manifest/limits.ts';
import type { CommitId, ObjectId } from '../model/names.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { NewCommit, Repo } from '../ports/repo.ts';
import type { Adoption } from './adoption.ts';
import { type Complaint, failed } from './complaint.ts';
import type { OpenedRepo } from './open-repo.ts';

/** The manifests of a commit with what is to be written in them, as a commit on top of it. */
export async function editFiles(
  { repo, address }: OpenedRepo,
  base: CommitId,
  adoptions: readonly Adoption[],
): Promise<Result<Pick<NewCommit, 'parents' | 'base' | 'changes'>, Complaint>> {
  const tree = (await repo.commit(base))?.tree ?? '';
  const folders = new Map<string, ReadonlyMap<string, ObjectId>>();
  const ids: ObjectId[] = [];
  for (const { file } of adoptions) ids.push((await idOf(repo, tree, file, folders)) ?? '');
  const blobs = await repo.blobs(ids, limits.fileBytes);
  const changes = new Map<string, string>();
  for (const [i, { file, edits }] of adoptions.entries()) {
    const blob = blobs[i];
    if (!(blob instanceof Uint8Array)) return fail(failed(`${file} cannot be read at ${address}`));
    changes.set(file, editManifest(new TextDecoder().decode(blob), edits));
  }
  return ok({ parents: [base], base: tree, changes });
}

async function idOf(
  repo: Repo,
  root: ObjectId,
  file: string,
  folders: Map<string, ReadonlyMap<string, ObjectId>>,
): Promise<ObjectId | undefined> {
  let [id, prefix] = [root, ''];
  for (const name of file.split('/')) {
    const known = folders.get(prefix) ?? new Map(((await repo.tree(id)) ?? []).map((entry) => [entry.name, entry.id]));
    folders.set(prefix, known);
    const next = known.get(name);
    if (next === undefined) return undefined;
    [id, prefix] = [next, `${prefix}/${name}`];
  }
  return id;
}
