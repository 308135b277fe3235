import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A repository on this host, bare or with a work tree. */
export interface LocalGit {
  /** The folder that holds objects and refs; for a linked work tree that of the main one. */
  readonly gitDir: string;
  /** Of this very work tree. */
  readonly headFile: string;
}

/** At this folder or above it, as Git looks for it; null: nowhere. */
export function findLocalGit(path: string): LocalGit | null {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = gitFolderAt(join(folder, '.git')) ?? gitFolderAt(folder);
    if (found !== null) return found;
    if (dirname(folder) === folder) return null;
  }
}

function gitFolderAt(path: string): LocalGit | null {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isDirectory()) return isGitFolder(path) ? { gitDir: path, headFile: join(path, 'HEAD') } : null;
  if (!status?.isFile() || status.size > pointerBytesMax) return null;
  // A linked work tree, or a submodule: the file says where its Git folder is.
  const target = /^gitdir: (.+)\s*$/.exec(readFileSync(path, 'utf8'))?.[1];
  if (target === undefined) return null;
  const own = resolve(dirname(path), target);
  const common = join(own, 'commondir');
  const gitDir = existsSync(common) ? resolve(own, readFileSync(common, 'utf8').trim()) : own;
  return isGitFolder(gitDir) ? { gitDir, headFile: join(own, 'HEAD') } : null;
}

const pointerBytesMax = 4096;

const isGitFolder = (path: string): boolean =>
  ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(path, name)));

/** What is checked out: a branch's full name, or a commit. Null: the file says neither. */
export function readHead({ headFile }: LocalGit): { readonly ref: string } | { readonly id: string } | null {
  const text = existsSync(headFile) ? readFileSync(headFile, 'utf8').trim() : '';
  const ref = /^ref: (refs\/\S+)$/.exec(text)?.[1];
  if (ref !== undefined) return { ref };
  return /^[0-9a-f]{40}$/.test(text) ? { id: text } : null;
}
