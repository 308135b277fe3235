import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Creates `path` and what is missing above it, for this user only (0700), so that it is still there after a power cut. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let created = path; created.length >= first.length; created = dirname(created))
    await syncFolder(dirname(created));
}

/** Makes names that were created, renamed or removed in a folder durable: fsync of a file does not cover its name. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
