import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMissing } from '../adapters/error-code.ts';
import type { TreeFile } from '../manifest/check-tree.ts';
import { limits } from '../manifest/limits.ts';
import type { FleetSource } from './fleet-source.ts';

/** More than any fleet; a walk into somebody's home folder ends here. */
const entriesMax = 1_000_000;
const depthMax = 32;

/** The files as they lie in a folder, saved or not, seen with the modes that Git would give them. Null: no such folder. */
export function readWorkTree(root: string): FleetSource | null {
  if (lstatSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) return null;
  const entries: TreeFile[] = [];
  walk(root, '', 0, entries);
  return {
    entries,
    read: async (paths) => paths.map((path) => readOne(join(root, path))),
  };
}

/** What a facility or the whole fleet could read; names are compared without case, as some file systems do. */
const tops: ReadonlySet<string> = new Set(['fleet.yaml', 'classes', 'images', 'components', 'facilities', 'approvals']);

function walk(root: string, prefix: string, depth: number, entries: TreeFile[]): void {
  for (const entry of readdirSync(join(root, prefix), { withFileTypes: true })) {
    if (prefix === '' && !tops.has(entry.name.toLowerCase())) continue;
    if (entries.length >= entriesMax) return;
    const path = prefix + entry.name;
    if (!entry.isDirectory()) entries.push(fileOf(root, path, entry));
    else if (isRepository(join(root, path))) entries.push({ path, mode: '160000' });
    else if (depth < depthMax) walk(root, `${path}/`, depth + 1, entries);
    else entries.push({ path, mode: '000000' });
  }
}

/** Git takes such a folder for a submodule, and commits none of its files. */
const isRepository = (path: string): boolean => lstatSync(join(path, '.git'), { throwIfNoEntry: false }) !== undefined;

function fileOf(root: string, path: string, entry: Dirent): TreeFile {
  if (entry.isSymbolicLink()) return { path, mode: '120000' };
  // Pipes, sockets and devices: Git would not take them at all.
  if (!entry.isFile()) return { path, mode: '000000' };
  const { mode, size } = lstatSync(join(root, path));
  return { path, mode: (mode & 0o100) === 0 ? '100644' : '100755', bytes: size };
}

function readOne(path: string): Uint8Array | 'too-large' | null {
  try {
    return lstatSync(path).size > limits.fileBytes ? 'too-large' : readFileSync(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
