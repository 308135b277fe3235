import { createHash } from 'node:crypto';
import { readdir, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { existsAt, makeFolder, sweepTemporaries, syncFolder, writeDurably } from './files.ts';

/** Old enough that no process of ours is still writing it. */
const abandonedMs = 3_600_000;

/** One bare clone per remote in the state folder; both adapters lay it out as Git does and can take it over. */
export const cloneFolder = (stateDir: string, address: string): string =>
  join(stateDir, 'git', `${createHash('sha1').update(address).digest('hex').slice(0, 16)}.git`);

/** Makes an empty bare repository, or makes one that a crash left behind fit to be used. `config` is Git's own format. */
export async function prepareClone(folder: string, config: string): Promise<void> {
  for (const part of ['objects/pack', 'objects/info', 'refs/heads', 'refs/nanometal/remote']) {
    await makeFolder(join(folder, part));
  }
  await writeDurably(join(folder, 'config'), Buffer.from(config));
  // Git takes a folder for a repository only if it has this file. The branch is never made.
  await writeDurably(join(folder, 'HEAD'), Buffer.from('ref: refs/heads/none\n'));
  const objects = await readdir(join(folder, 'objects'));
  for (const part of ['.', ...objects.map((name) => join('objects', name))]) {
    await sweepTemporaries(join(folder, part), abandonedMs);
  }
  await dropLocks(folder);
}

/** Only one process uses a state folder, so a lock in our own clone was left by a child that was killed. */
export async function dropLocks(folder: string): Promise<void> {
  for (const part of ['.', 'refs/nanometal/remote']) {
    for (const name of await readdir(join(folder, part))) {
      if (name.endsWith('.lock')) await unlink(join(folder, part, name));
    }
  }
}

/**
 * Fills a new clone beside the old one and puts it in its place only when that went well: a remote that is away must not
 * cost us what we have. `fill` says whether it did. Returns that.
 */
export async function replaceClone(
  folder: string,
  config: string,
  fill: (fresh: string) => Promise<boolean>,
): Promise<boolean> {
  const fresh = `${folder}.new`;
  const old = `${folder}.old`;
  await rm(fresh, { recursive: true, force: true });
  await rm(old, { recursive: true, force: true });
  await prepareClone(fresh, config);
  if (!(await fill(fresh))) {
    await rm(fresh, { recursive: true, force: true });
    return false;
  }
  if (existsAt(folder)) await rename(folder, old);
  await rename(fresh, folder);
  await syncFolder(dirname(folder));
  await rm(old, { recursive: true, force: true });
  return true;
}
