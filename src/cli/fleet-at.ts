import { systemClock } from '../adapters/clock.ts';
import type { Revision } from '../diff/foresee.ts';
import type { CommitId, FacilityName } from '../model/names.ts';
import type { Problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Repo } from '../ports/repo.ts';
import { createManifestCache, readRevision } from '../reconciler/manifests.ts';

/** A command has nothing else to do meanwhile, so reading many files need not make way. */
const unhurried = { ...systemClock, sleep: async () => undefined };

/** The facility as a commit declares it, or everything that is wrong with its manifests. */
export async function readFleetAt(
  repo: Repo,
  facility: FacilityName,
  commit: CommitId,
): Promise<Result<Revision, readonly Problem[]>> {
  const { fleet } = await readRevision(repo, createManifestCache(facility), unhurried, facility, commit);
  return fleet.ok ? ok({ fleet: fleet.value, commit }) : fail(fleet.error);
}
