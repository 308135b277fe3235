import type { CommitId, ObjectId } from '../../model/names.ts';
import type { Commit } from '../../ports/repo.ts';
import { Damage } from './object/damage.ts';
import type { GitObject, NamedObject } from './object/id.ts';
import { folderMode, type RawEntry, submoduleMode } from './object/tree.ts';
import { type Objects, readCommit, readFolder } from './objects.ts';
import { breather } from './store/breathe.ts';

/** What is read while collecting; each throws `Damage` where the object is missing or torn. */
interface Sender {
  commit(id: CommitId): Promise<Commit>;
  folder(id: ObjectId): Promise<readonly RawEntry[]>;
  object(id: ObjectId): Promise<GitObject>;
  /** `null` instead of throwing. */
  find(id: ObjectId): Promise<GitObject | null>;
}

/** Commits that a push may be ahead before the remote's history is looked at closely. */
const straightMax = 64;
const knownMax = 50_000;

/**
 * Everything that the remote needs for `next`: the commits it does not have, and of each the folders and blobs that its
 * parents do not have at the same place. Equal folders are never entered, so a small commit on a large tree is small.
 */
export async function objectsToSend(
  next: CommitId,
  remoteHas: ReadonlySet<CommitId>,
  reader: Sender,
): Promise<NamedObject[]> {
  const commits =
    (await newCommits(next, remoteHas, reader, straightMax)) ??
    (await newCommits(next, await historyOf(remoteHas, reader), reader, Number.POSITIVE_INFINITY)) ??
    [];
  const breathe = breather();
  const send = new Map<ObjectId, NamedObject>();
  const add = async (id: ObjectId) => {
    if (!send.has(id)) send.set(id, { ...(await reader.object(id)), id });
    await breathe();
  };
  for (const commit of commits) {
    await add(commit.id);
    const before: ObjectId[] = [];
    for (const parent of commit.parents) before.push((await reader.commit(parent)).tree);
    await addFolder(commit.tree, before, reader, send, add);
  }
  return [...send.values()];
}

/** `null`: more than `max` of them. */
async function newCommits(
  next: CommitId,
  known: ReadonlySet<CommitId>,
  reader: Sender,
  max: number,
): Promise<Commit[] | null> {
  const found = new Map<CommitId, Commit>();
  const open = [next];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (known.has(id) || found.has(id)) continue;
    if (found.size >= max) return null;
    const commit = await reader.commit(id);
    found.set(id, commit);
    open.push(...commit.parents);
  }
  return [...found.values()];
}

async function historyOf(tips: ReadonlySet<CommitId>, reader: Sender): Promise<Set<CommitId>> {
  const known = new Set<CommitId>();
  const open = await presentOf(tips, reader);
  for (let id = open.pop(); id !== undefined && known.size < knownMax; id = open.pop()) {
    if (known.has(id)) continue;
    known.add(id);
    open.push(...(await reader.commit(id)).parents);
  }
  return known;
}

/** Of the remote's refs, those that are here; the others are nothing to compare with. */
async function presentOf(tips: ReadonlySet<CommitId>, reader: Sender): Promise<CommitId[]> {
  const present: CommitId[] = [];
  for (const id of tips) {
    const object = await reader.find(id);
    if (object?.kind === 'commit') present.push(id);
  }
  return present;
}

async function addFolder(
  id: ObjectId,
  before: readonly ObjectId[],
  reader: Sender,
  send: ReadonlyMap<ObjectId, NamedObject>,
  add: (id: ObjectId) => Promise<void>,
): Promise<void> {
  if (before.includes(id) || send.has(id)) return;
  await add(id);
  const earlier: Map<string, RawEntry>[] = [];
  for (const folder of before) earlier.push(new Map((await reader.folder(folder)).map((entry) => [entry.name, entry])));
  for (const entry of await reader.folder(id)) {
    const there = earlier.map((entries) => entries.get(entry.name)).filter((other) => other !== undefined);
    if (entry.mode === submoduleMode || there.some((other) => other.id === entry.id)) continue;
    if (entry.mode !== folderMode) await add(entry.id);
    else {
      const folders = there.filter((other) => other.mode === folderMode).map((other) => other.id);
      await addFolder(entry.id, folders, reader, send, add);
    }
  }
}

export function senderOf(objects: Objects): Sender {
  const present = <T>(found: T | null, id: ObjectId): T => {
    if (found === null) throw new Damage(`the object ${id} is missing or torn`);
    return found;
  };
  const find = async (id: ObjectId): Promise<GitObject | null> => {
    const [found] = await objects.read([id], Number.MAX_SAFE_INTEGER);
    return found && found !== 'too-large' ? found : null;
  };
  return {
    find,
    commit: async (id) => present(await readCommit(objects, id), id),
    folder: async (id) => present(await readFolder(objects, id), id),
    object: async (id) => present(await find(id), id),
  };
}
