import type { ObjectId } from '../../../model/names.ts';
import { type NamedObject, named } from './id.ts';
import { encodeTree, fileMode, folderMode, type RawEntry } from './tree.ts';

/** A folder's entries, by id; called only for folders that a change touches. */
export type ReadFolder = (id: ObjectId) => Promise<readonly RawEntry[]>;

type Change = { readonly kind: 'file'; readonly content: string } | { readonly kind: 'remove' } | Folder;
interface Folder {
  readonly kind: 'folder';
  readonly changes: Map<string, Change>;
  /** A file of this name is to go, beside what is said of paths below the name. */
  removesFile: boolean;
}

/** Git refuses these anywhere in a path; they would only ever come from a bug. */
const unfitName = (name: string): boolean =>
  name === '' || name === '.' || name === '..' || name.toLowerCase() === '.git' || name.includes('\0');

/** Longest path in bytes, as most file systems have it: somebody will check the branch out. */
const pathBytesMax = 4096;

/**
 * Lays `changes` over the tree `base`. Touches only folders on the way to a change, so the work does not grow with the
 * size of the tree. The result holds every object that may be new, blobs first and the root last, and the root's id.
 */
export async function layOver(
  base: ObjectId | null,
  changes: ReadonlyMap<string, string | null>,
  readFolder: ReadFolder,
): Promise<{ readonly tree: ObjectId; readonly objects: readonly NamedObject[] }> {
  const objects = new Map<ObjectId, NamedObject>();
  const root = await applyFolder(nest(changes), base, readFolder, objects);
  if (root !== null) return { tree: root, objects: [...objects.values()] };
  const empty = named('tree', encodeTree([]));
  objects.set(empty.id, empty);
  return { tree: empty.id, objects: [...objects.values()] };
}

/** Paths → folders in folders. Removals first, so that a file may become a folder in one commit. */
function nest(changes: ReadonlyMap<string, string | null>): Folder {
  const root: Folder = { kind: 'folder', changes: new Map(), removesFile: false };
  const ordered = [...changes].sort(([, a], [, b]) => Number(a !== null) - Number(b !== null));
  for (const [path, content] of ordered) {
    const names = path.split('/');
    if (names.some(unfitName) || Buffer.byteLength(path) > pathBytesMax) throw new Error(`not a path: ${path}`);
    const last = Buffer.from(names.pop() ?? '', 'utf8').toString('latin1');
    let folder = root;
    for (const name of names) folder = enter(folder, Buffer.from(name, 'utf8').toString('latin1'), path);
    const there = folder.changes.get(last);
    if (there?.kind === 'file') throw new Error(`the same path twice: ${path}`);
    if (there?.kind === 'folder' && content !== null) throw new Error(`a file and a folder at once: ${path}`);
    if (there?.kind === 'folder') there.removesFile = true;
    else folder.changes.set(last, content === null ? { kind: 'remove' } : { kind: 'file', content });
  }
  return root;
}

function enter(folder: Folder, name: string, path: string): Folder {
  const there = folder.changes.get(name);
  if (there?.kind === 'file') throw new Error(`a file and a folder at once: ${path}`);
  if (there?.kind === 'folder') return there;
  const made: Folder = { kind: 'folder', changes: new Map(), removesFile: there !== undefined };
  folder.changes.set(name, made);
  return made;
}

/** The id of the folder with its changes; null when nothing is left in it. */
async function applyFolder(
  folder: Folder,
  base: ObjectId | null,
  readFolder: ReadFolder,
  objects: Map<ObjectId, NamedObject>,
): Promise<ObjectId | null> {
  const entries = new Map<string, RawEntry>();
  if (base !== null) for (const entry of await readFolder(base)) entries.set(entry.name, entry);
  let changed = false;
  for (const [name, change] of folder.changes) {
    const before = entries.get(name);
    const after = await applyChange(name, change, before, readFolder, objects);
    if (after?.id === before?.id && after?.mode === before?.mode) continue;
    changed = true;
    if (after) entries.set(name, after);
    else entries.delete(name);
  }
  if (entries.size === 0) return null;
  if (!changed && base !== null) return base;
  const tree = named('tree', encodeTree([...entries.values()]));
  objects.set(tree.id, tree);
  return tree.id;
}

async function applyChange(
  name: string,
  change: Change,
  before: RawEntry | undefined,
  readFolder: ReadFolder,
  objects: Map<ObjectId, NamedObject>,
): Promise<RawEntry | undefined> {
  const isFolder = before?.mode === folderMode;
  if (change.kind === 'remove') return isFolder ? before : undefined;
  if (change.kind === 'file') {
    const blob = named('blob', Buffer.from(change.content, 'utf8'));
    if (before?.id === blob.id && before.mode === fileMode) return before;
    objects.set(blob.id, blob);
    return { mode: fileMode, name, id: blob.id };
  }
  const id = await applyFolder(change, isFolder ? before.id : null, readFolder, objects);
  if (id !== null) return { mode: folderMode, name, id };
  // Only removals below: of a folder that is now empty, or below something that is no folder and stays.
  return isFolder || change.removesFile ? undefined : before;
}
