import { randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { chmod, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The only way in which the Git adapters write to disk: whole or not at all (temporary file, fsync, rename, fsync of
 * the folder). Every failure but "it is not there" throws, because a disk that answers otherwise cannot be trusted.
 */
export function isAbsent(error: unknown): boolean {
  return hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR');
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** `null`: there is no such file. A folder in its place counts as no file. */
export function readIfThere(path: string): Buffer | null {
  let handle: number;
  try {
    handle = openSync(path, constants.O_RDONLY);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
  try {
    const status = fstatSync(handle);
    if (status.isDirectory()) return null;
    return readAt(handle, 0, status.size);
  } finally {
    closeSync(handle);
  }
}

/** Exactly `length` bytes, or fewer where the file ends. */
export function readAt(handle: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const count = readSync(handle, bytes, done, length - done, offset + done);
    if (count === 0) break;
    done += count;
  }
  return bytes.subarray(0, done);
}

export function existsAt(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

const temporaryPrefix = 'tmp_obj_nanometal_';
/**
 * `git fsck` overlooks files that begin with `tmp_obj_` and `git gc` removes old ones, so what a crash leaves behind is
 * neither an alarm nor for ever. By chance, since two containers that share a repository may have the same process id.
 */
export const temporaryName = (): string => `${temporaryPrefix}${randomBytes(9).toString('hex')}`;

export interface WriteOptions {
  /** Git keeps objects read-only, 0o444. */
  readonly mode?: number;
  /** Where the temporary file lies; the same file system. Absent: beside the file. */
  readonly temporaryIn?: string;
}

/** Content is on disk under its name; the name itself is durable after `syncFolder` of its folder. */
export async function placeFile(path: string, content: Uint8Array, options: WriteOptions = {}): Promise<void> {
  const temporary = join(options.temporaryIn ?? dirname(path), temporaryName());
  try {
    await writeSynced(temporary, content, options.mode ?? 0o644);
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

export async function writeDurably(path: string, content: Uint8Array, options: WriteOptions = {}): Promise<void> {
  await placeFile(path, content, options);
  await syncFolder(dirname(path));
}

export async function writeSynced(path: string, content: Uint8Array, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Makes missing folders with the rights of the one above them, so that a repository shared by a group stays so. */
export async function makeFolder(path: string): Promise<void> {
  if (existsAt(path)) return;
  const above = dirname(path);
  await makeFolder(above);
  try {
    await mkdir(path);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return;
    throw error;
  }
  await chmod(path, (await stat(above)).mode & 0o7777);
  await syncFolder(above);
}

/** Removes temporary files of ours that a crash left behind; only those older than `ageMs`, since others may be at work. */
export async function sweepTemporaries(folder: string, ageMs: number): Promise<void> {
  if (!existsAt(folder)) return;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(temporaryPrefix)) continue;
    const path = join(folder, name);
    const status = statSync(path, { throwIfNoEntry: false });
    if (status && Date.now() - status.mtimeMs >= ageMs) await unlink(path).catch(() => undefined);
  }
}
