import type { ObjectId } from '../../../model/names.ts';
import { finish, type Steps } from '../../../model/steps.ts';
import type { TreeEntry } from '../../../ports/repo.ts';

/**
 * An entry as it stands in a tree object. `name` holds one character per byte (latin1), so that names which are not
 * UTF-8 survive being read and written again; `mode` is as written, `40000` for a folder.
 */
export interface RawEntry {
  readonly mode: string;
  readonly name: string;
  readonly id: ObjectId;
}

export const folderMode = '40000';
export const fileMode = '100644';
/** A submodule: the id names a commit of another repository, which is never looked for here. */
export const submoduleMode = '160000';

/** `null`: these bytes are no tree. */
export const parseTree = (content: Buffer): RawEntry[] | null => finish(parsingTree(content));

/** Entries between two steps. */
const stride = 512;

export function* parsingTree(content: Buffer): Steps<RawEntry[] | null> {
  const entries: RawEntry[] = [];
  let at = 0;
  while (at < content.length) {
    const space = content.indexOf(0x20, at);
    const end = space < 0 ? -1 : content.indexOf(0, space);
    if (space < 0 || end < 0 || end + 21 > content.length) return null;
    const mode = content.toString('latin1', at, space);
    if (!/^[0-7]{5,6}$/.test(mode)) return null;
    entries.push({
      mode,
      name: content.toString('latin1', space + 1, end),
      id: content.toString('hex', end + 1, end + 21),
    });
    at = end + 21;
    if (entries.length % stride === 0) yield;
  }
  return entries;
}

/** Git sorts by bytes, a folder as if its name ended in a slash. */
const sortKey = (entry: RawEntry): string => (entry.mode === folderMode ? `${entry.name}/` : entry.name);

export function encodeTree(entries: readonly RawEntry[]): Buffer {
  const keyed = entries.map((entry) => ({ key: sortKey(entry), entry }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const parts: Buffer[] = [];
  for (const { entry } of keyed) {
    parts.push(Buffer.from(`${entry.mode} ${entry.name}\0`, 'latin1'), Buffer.from(entry.id, 'hex'));
  }
  return Buffer.concat(parts);
}

/** As the port shows it: six digits, text. */
export const shownEntry = (entry: RawEntry): TreeEntry => ({
  mode: entry.mode.padStart(6, '0'),
  name: Buffer.from(entry.name, 'latin1').toString('utf8'),
  id: entry.id,
});

/**
 * What `git fsck` would refuse in a tree: names that escape or shadow (`..`, `.git`, a slash), a wrong order, the same
 * name twice, a missing id. The answer is for people; `null`: nothing to say against it.
 */
export function* checkingTree(entries: readonly RawEntry[]): Steps<string | null> {
  let previous: RawEntry | undefined;
  const names = new Set<string>();
  for (const entry of entries) {
    if (names.size % stride === stride - 1) yield;
    if (entry.name === '' || entry.name === '.' || entry.name === '..')
      return 'an entry named like a place, not a file';
    if (entry.name.toLowerCase() === '.git') return 'an entry named .git';
    if (entry.name.includes('/')) return 'a name with a slash in it';
    if (entry.mode.startsWith('0')) return 'a mode that begins with a zero';
    if (/^0+$/.test(entry.id)) return 'an entry without an object';
    if (names.has(entry.name)) return 'the same name twice';
    if (previous && sortKey(previous) >= sortKey(entry)) return 'entries out of order';
    names.add(entry.name);
    previous = entry;
  }
  return null;
}
