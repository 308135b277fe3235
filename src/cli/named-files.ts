import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { codeOf } from '../adapters/error-code.ts';
import { type Complaint, failed } from './complaint.ts';

/** What an option of the command line names on this host. */
export interface NamedFile {
  readonly option: string;
  readonly kind: 'file' | 'folder';
  /** Absent: the option was not given. */
  readonly path: string | undefined;
}

/** Said at once and by the option's name, rather than later and by whoever happens to need the file first. */
export function findUnreadable(cwd: string, files: readonly NamedFile[]): Complaint | null {
  for (const { option, kind, path } of files) {
    if (path === undefined) continue;
    const wrong = whatIsWrong(resolve(cwd, path), kind);
    if (wrong !== null) return failed(`${option} ${path}: ${wrong.says}`, wrong.remedy);
  }
  return null;
}

interface Wrong {
  readonly says: string;
  readonly remedy: string;
}

function whatIsWrong(path: string, kind: NamedFile['kind']): Wrong | null {
  const absent = { says: `there is no such ${kind}`, remedy: 'see whether the name is right' };
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) return absent;
    if (status.isDirectory() !== (kind === 'folder'))
      return kind === 'folder'
        ? { says: 'this is no folder', remedy: 'name the folder that the file is in' }
        : { says: 'this is a folder', remedy: 'name the file itself' };
    accessSync(path, kind === 'folder' ? constants.R_OK | constants.X_OK : constants.R_OK);
    return null;
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return absent;
    if (codeOf(error) === undefined) throw error;
    return { says: 'this user may not read it', remedy: 'see who owns it, and which user runs this command' };
  }
}
