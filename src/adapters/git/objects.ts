import type { CommitId, ObjectId } from '../../model/names.ts';
import type { Commit, NewCommit, TreeEntry } from '../../ports/repo.ts';
import { structureBytesMax } from './limits.ts';
import { encodeCommit, parseCommit } from './object/commit.ts';
import { type GitObject, type NamedObject, named, objectIdPattern } from './object/id.ts';
import { layOver } from './object/overlay.ts';
import { parsingTree, type RawEntry, shownEntry } from './object/tree.ts';
import { breather, unhurried } from './store/breathe.ts';

/** Objects by id, wherever they are kept. What the port asks of a repository's content is built on these two. */
export interface Objects {
  /** In the order asked; `null`: missing or torn. */
  read(ids: readonly ObjectId[], bytesMax: number): Promise<readonly (GitObject | 'too-large' | null)[]>;
  /** Durable when it resolves. */
  write(objects: readonly NamedObject[]): Promise<void>;
}

async function readOne(objects: Objects, id: ObjectId, kind: GitObject['kind']): Promise<Buffer | null> {
  if (!objectIdPattern.test(id)) return null;
  const [found] = await objects.read([id], structureBytesMax);
  return found && found !== 'too-large' && found.kind === kind ? found.content : null;
}

export async function readCommit(objects: Objects, id: CommitId): Promise<Commit | null> {
  const content = await readOne(objects, id, 'commit');
  return content && parseCommit(id, content);
}

export async function readFolder(objects: Objects, id: ObjectId): Promise<readonly RawEntry[] | null> {
  const content = await readOne(objects, id, 'tree');
  return content && unhurried(parsingTree(content));
}

export async function readTree(objects: Objects, id: ObjectId): Promise<readonly TreeEntry[] | null> {
  const entries = await readFolder(objects, id);
  if (entries === null) return null;
  const breathe = breather();
  const shown: TreeEntry[] = [];
  for (const entry of entries) {
    shown.push(shownEntry(entry));
    await breathe();
  }
  return shown;
}

/**
 * Are these ids, and the folders of those that are commits, here at all? A clone that lost files says "missing" where a
 * torn one says so, and would otherwise hold a ref for fetched that nobody can read.
 */
export async function arePresent(objects: Objects, ids: Iterable<ObjectId | null>): Promise<boolean> {
  for (const id of new Set(ids)) {
    if (id === null) continue;
    const [found] = await objects.read([id], structureBytesMax);
    if (!found) return false;
    const commit = found !== 'too-large' && found.kind === 'commit' ? parseCommit(id, found.content) : null;
    if (commit && !(await objects.read([commit.tree], structureBytesMax))[0]) return false;
  }
  return true;
}

export async function readBlobs(
  objects: Objects,
  ids: readonly ObjectId[],
  bytesMax: number,
): Promise<readonly (Uint8Array | 'too-large' | null)[]> {
  const sound = ids.filter((id) => objectIdPattern.test(id));
  const found = (await objects.read(sound, bytesMax)).values();
  return ids.map((id) => {
    const object = objectIdPattern.test(id) ? found.next().value : null;
    if (!object || object === 'too-large') return object ?? null;
    return object.kind === 'blob' ? object.content : null;
  });
}

/** Writes what is new of a commit: blobs, the folders above them, the commit. A base that is not here is a bug. */
export async function writeCommit(objects: Objects, commit: NewCommit): Promise<CommitId> {
  const { tree, objects: fresh } = await layOver(commit.base, commit.changes, async (id) => {
    const folder = await readFolder(objects, id);
    if (folder === null) throw new Error(`the folder ${id} that a commit is laid over is not in the clone`);
    return folder;
  });
  const made = named('commit', encodeCommit(commit, tree));
  await objects.write([...fresh, made]);
  return made.id;
}
