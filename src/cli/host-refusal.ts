import { codeOf } from '../adapters/error-code.ts';
import { type Complaint, failed } from './complaint.ts';

interface Words {
  readonly says: string;
  readonly remedy: string;
}

const owner = 'see who owns it, and which user runs this command';

/** By the code of the system call. Creating a folder fails with EEXIST only where something else has its name. */
const words: Readonly<Record<string, Words>> = {
  EACCES: { says: 'this user may not go there', remedy: owner },
  EPERM: { says: 'this user may not do that', remedy: owner },
  ENOENT: { says: 'it is not there', remedy: 'see whether the name is right' },
  EEXIST: { says: 'there is a file of that name, and a folder is needed', remedy: 'name another folder' },
  ENOTDIR: { says: 'there is a file where a folder is needed', remedy: 'name another folder' },
  EISDIR: { says: 'there is a folder where a file is needed', remedy: 'name a file' },
  ENOSPC: { says: 'no space is left on the disk', remedy: 'make room' },
  EROFS: { says: 'the file system can only be read', remedy: 'name a folder on another one' },
};

/** What this host refuses (a folder, a disk, a process) has a code. Null: it has not, and is a bug. */
export function hostRefusal(error: unknown): Complaint | null {
  const code = codeOf(error);
  if (!(error instanceof Error) || code === undefined || code.startsWith('ERR_')) return null;
  const known = words[code];
  const path = 'path' in error && typeof error.path === 'string' ? error.path : null;
  if (known === undefined || path === null) return failed(error.message, owner);
  return failed(`${path}: ${known.says} (${code})`, known.remedy);
}
