import { type FileHandle, open } from 'node:fs/promises';
import { fail, ok, type Result } from '../../model/result.ts';
import { codeOf } from '../error-code.ts';

interface Owned {
  readonly mode: number;
  readonly uid: number;
}

/**
 * The content of a file that nobody else may read. A file of ours must be 0600 or 0400. One that somebody else owns,
 * which is how systemd and Kubernetes hand credentials over, may be readable by its group, since otherwise we could not
 * read it. What can be read is checked on the open file, so that a swap of the name between two looks gains nothing.
 */
export async function readPrivateFile(file: string, bytesMax: number): Promise<Result<Uint8Array, string>> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    return fail(`${file} ${whyNotOpened(error)}`);
  }
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return fail(`${file} is not a file`);
    const open = whoElse(stat, process.getuid?.());
    if (open !== null) return fail(`${file} ${open}: run chmod 600 on it, and think of what it holds as seen`);
    if (stat.size > bytesMax) return fail(`${file} has ${stat.size} bytes; at most ${bytesMax} are read`);
    return ok(await handle.readFile());
  } catch (error) {
    return fail(`${file} could not be read (${codeOf(error) ?? 'unknown error'})`);
  } finally {
    await handle.close();
  }
}

function whyNotOpened(error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist: create it with mode 600';
  if (code === 'EACCES') return 'may not be read by this user: give it to the user that nanometal runs as';
  return `could not be opened (${code ?? 'unknown error'})`;
}

/** Who else may read or write it; null: nobody. Windows has no such bits and says 0666 for every file. */
export function whoElse({ mode, uid }: Owned, self: number | undefined): string | null {
  if (self === undefined) return null;
  if ((mode & 0o007) !== 0) return 'is open to everybody on this host';
  if ((mode & 0o030) !== 0 || (uid === self && (mode & 0o040) !== 0)) return 'is open to its group';
  return null;
}
