import { stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import type { Clock } from '../../ports/clock.ts';
import type { RefName } from '../../ports/repo.ts';
import { type KnockableWake, openKnockableWake } from './knock.ts';

export interface RefsWakeOptions {
  /** A bare repository, or a work tree with its `.git` folder. */
  readonly repository: string;
  /** Full names. Only these wake: the status branch and the lease move by our own hand. */
  readonly refs: readonly RefName[];
  readonly clock: Clock;
  /** Told once when the files cannot be watched; waits then end by time alone. */
  readonly onBlind?: (message: string) => void;
}

/**
 * For a repository on this host: wakes when one of `refs` moves, whether it lies in a file of its own or in packed-refs.
 * Git writes `<ref>.lock` and renames it, so a ref is whole when its file changes.
 */
export async function openRefsWake({ repository, refs, clock, onBlind }: RefsWakeOptions): Promise<KnockableWake> {
  const wake = openKnockableWake(clock);
  const root = await findGitFolder(repository);
  const wanted = new Set(['packed-refs', ...refs]);
  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => !leadsTo(wanted, relative(root, path).split(sep).join('/')),
  });
  watcher.on('all', (event) => {
    if (event !== 'addDir' && event !== 'unlinkDir') wake.knock();
  });
  let blind = false;
  watcher.on('error', (error) => {
    if (!blind) onBlind?.(error instanceof Error ? error.message : String(error));
    blind = true;
  });
  await new Promise<void>((done) => {
    watcher.once('ready', () => done());
    watcher.once('error', () => done());
  });

  return {
    ...wake,
    async close() {
      await watcher.close();
      await wake.close();
    },
  };
}

/** The repository itself, a wanted file, or a folder on the way to one: everything else is not watched at all. */
export function leadsTo(wanted: ReadonlySet<string>, path: string): boolean {
  return path === '' || wanted.has(path) || [...wanted].some((file) => file.startsWith(`${path}/`));
}

async function findGitFolder(repository: string): Promise<string> {
  const inside = join(resolve(repository), '.git');
  const found = await stat(inside).catch(() => null);
  return found?.isDirectory() ? inside : resolve(repository);
}
