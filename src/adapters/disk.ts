import { type FileHandle, open, readFile, rename, rm, stat, truncate } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Disk } from '../ports/disk.ts';
import { isMissing } from './error-code.ts';
import { makeFolder, syncFolder } from './folder.ts';

/** A file above this is not one of ours. */
const fileBytesMax = 1024 * 1024 * 1024;

/** Ends the name of a file that is being written; a crash leaves one behind, which nobody reads. */
const unfinished = '.tmp';

export interface HostDisk extends Disk {
  /** Waits for what was begun, then closes the file that appends go to. */
  close(): Promise<void>;
}

/**
 * The state folder, created with mode 0700; files are 0600. One call at a time, in the order asked. After the first
 * failure every later call fails with the same error: once an fsync failed, the kernel may hold pages that it takes for
 * clean, and only a new process that reads anew can say what is on the disk.
 */
export async function openDisk(folder: string): Promise<HostDisk> {
  const root = resolve(folder);
  await makeFolder(root);
  let last: Promise<unknown> = Promise.resolve();
  let tail: { readonly path: string; readonly handle: FileHandle } | null = null;

  const inTurn = <T>(path: string, work: (full: string) => Promise<T>): Promise<T> => {
    const full = join(root, checkPath(path));
    const turn = last.then(() => work(full));
    last = turn;
    return turn;
  };
  const letGo = async (path: string | null): Promise<void> => {
    if (tail === null || (path !== null && tail.path !== path)) return;
    const { handle } = tail;
    tail = null;
    await handle.close();
  };

  return {
    read: (path) => inTurn(path, readWhole),
    write: (path, content) =>
      inTurn(path, async (full) => {
        await letGo(full);
        await replaceFile(full, content);
      }),
    append: (path, content) =>
      inTurn(path, async (full) => {
        if (tail?.path !== full) {
          await letGo(null);
          tail = { path: full, handle: await openTail(full) };
        }
        await appendDurably(full, tail.handle, content);
      }),
    truncate: (path, size) =>
      inTurn(path, async (full) => {
        await letGo(full);
        await cutFile(full, size);
      }),
    remove: (path) =>
      inTurn(path, async (full) => {
        await letGo(full);
        await removeFile(full);
      }),
    close: () => last.catch(() => undefined).then(() => letGo(null)),
  };
}

/** A path that leaves the folder, or that a half-written file would have, is a bug of the caller. */
function checkPath(path: string): string {
  const good = path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\0'));
  if (!good || path.includes('\\') || path.endsWith(unfinished)) {
    throw new Error(`not a path in the state folder: ${JSON.stringify(path)}`);
  }
  return path;
}

async function readWhole(full: string): Promise<Uint8Array | null> {
  try {
    const { size } = await stat(full);
    if (size > fileBytesMax) throw new Error(`${full} has ${size} bytes; at most ${fileBytesMax} are read`);
    return await readFile(full);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function replaceFile(full: string, content: Uint8Array): Promise<void> {
  await makeFolder(dirname(full));
  // A command on this host may write the same file at the same time: each process has its own.
  const temporary = `${full}.${process.pid}${unfinished}`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, full);
  await syncFolder(dirname(full));
}

async function openTail(full: string): Promise<FileHandle> {
  await makeFolder(dirname(full));
  const handle = await open(full, 'a', 0o600);
  await syncFolder(dirname(full));
  return handle;
}

async function appendDurably(full: string, handle: FileHandle, content: Uint8Array): Promise<void> {
  await handle.writeFile(content);
  await handle.datasync();
  // Somebody may have removed or replaced the file while we hold it open: what we append would be gone with it.
  const [ours, named] = [await handle.stat(), await stat(full)];
  if (ours.ino !== named.ino || ours.dev !== named.dev) throw new Error(`${full} was replaced while it was in use`);
}

async function cutFile(full: string, size: number): Promise<void> {
  try {
    if ((await stat(full)).size <= size) return;
    await truncate(full, size);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  const handle = await open(full, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeFile(full: string): Promise<void> {
  try {
    await rm(full);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  await syncFolder(dirname(full));
}
