import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommitId } from '../../../model/names.ts';
import { fail, ok, type Result } from '../../../model/result.ts';
import type { RefName, RepoFailure } from '../../../ports/repo.ts';
import { dropLocks } from '../store/clone.ts';
import { trackingRef } from '../store/ref-name.ts';
import { readTracked } from '../store/tracking.ts';
import type { RemoteGit } from './remote-git.ts';

type Refs = ReadonlyMap<RefName, CommitId | null>;

/** A ref may be deleted between asking and taking; then it is asked again. */
const roundsMax = 3;

/**
 * Brings the refs and every object behind them into the clone. What is already tracked costs one question. Git checks
 * what arrives (fsckObjects), checks that nothing is missing, and only then moves the tracking refs.
 */
export async function fetchRefs(
  remote: RemoteGit,
  gitDir: string,
  refs: readonly RefName[],
): Promise<Result<Refs, RepoFailure>> {
  let before: Refs | undefined;
  for (let round = 1; ; round++) {
    const listed = await remote.list(gitDir, refs);
    if (!listed.ok) return listed;
    const changed = refs.filter((ref) => {
      const id = listed.value.get(ref);
      return id != null && readTracked(gitDir, ref) !== id;
    });
    if (changed.length === 0) return listed;
    await dropLocks(gitDir);
    const specs = changed.map((ref) => `+${ref}:${trackingRef(ref)}`);
    const flags = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-gc', '--no-recurse-submodules'];
    const taken = await remote.run(gitDir, ['fetch', ...flags, '--end-of-options', remote.address, ...specs], 'taking');
    if (!taken.ok) return taken;
    if (taken.value.run.code === 0) {
      // The ref may have moved since it was listed; what was fetched is what counts.
      for (const ref of changed) {
        const id = readTracked(gitDir, ref);
        // Git goes on without a ref whose history it will not take, such as a shallow one; to us it is not gone.
        if (id === null)
          return fail({ reason: 'corrupt', message: `git did not take ${ref}; its history is not whole` });
        listed.value.set(ref, id);
      }
      return ok(listed.value);
    }
    await dropUnfinished(gitDir);
    if (round === roundsMax || taken.value.run.timedOut || (before && same(before, listed.value))) {
      return fail(taken.value.failure);
    }
    before = listed.value;
  }
}

const same = (a: Refs, b: Refs): boolean => [...a].every(([ref, id]) => b.get(ref) === id);

/** Packs that Git did not finish are of no use to anybody. */
async function dropUnfinished(gitDir: string): Promise<void> {
  const folder = join(gitDir, 'objects/pack');
  for (const name of await readdir(folder)) {
    if (name.startsWith('tmp_pack_') || name.startsWith('tmp_idx_')) await rm(join(folder, name), { force: true });
  }
}
