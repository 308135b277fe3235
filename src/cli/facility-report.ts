import type { CommitId, FacilityName, Instant } from '../model/names.ts';
import { ok, type Result } from '../model/result.ts';
import { createManifestCache, scopeKey } from '../reconciler/manifests.ts';
import type { Complaint } from './complaint.ts';
import { judgeLease, type Liveness } from './lease.ts';
import type { OpenedRepo } from './open-repo.ts';
import { findStatus, readStatus, type StatusReading } from './read-status.ts';

/** One facility as its status branch and its lease tell of it. */
export interface FacilityReport {
  readonly facility: FacilityName;
  /** Null: no reconciler has written anything yet. */
  readonly reading: StatusReading | null;
  readonly lease: Liveness;
  /** The newest commit of the branch that people write, and whether what it says of this facility is acted upon. */
  readonly head: { readonly commit: CommitId; readonly inForce: boolean } | null;
}

export async function reportFacility(
  fleetRepo: OpenedRepo,
  statusRepo: OpenedRepo,
  facility: FacilityName,
  head: CommitId | null,
  leaseTermMs: number,
  now: Instant,
): Promise<Result<FacilityReport, Complaint>> {
  const heads = await findStatus(statusRepo, facility);
  if (!heads.ok) return heads;
  const lease = judgeLease(heads.value.lease, leaseTermMs, now);
  if (heads.value.status === null) return ok({ facility, reading: null, lease, head: null });
  const read = await readStatus(statusRepo.repo, facility, heads.value.status, 'without-inventory');
  if (!read.ok) return read;
  const { accepted } = read.value.status.memory;
  const inForce = head !== null && (await sameScope(fleetRepo, facility, accepted, head));
  return ok({ facility, reading: read.value, lease, head: head === null ? null : { commit: head, inForce } });
}

/** A commit that changes other facilities only is as good as accepted. */
async function sameScope(
  { repo }: OpenedRepo,
  facility: FacilityName,
  accepted: CommitId | undefined,
  head: CommitId,
): Promise<boolean> {
  if (accepted === undefined) return false;
  const cache = createManifestCache(facility);
  const [before, after] = [
    await scopeKey(repo, cache, facility, accepted),
    await scopeKey(repo, cache, facility, head),
  ];
  return before !== null && before === after;
}

/** Green includes freshness: a facility that nobody has tended for a while is not well, whatever its last status says. */
export const isFresh = ({ lease }: FacilityReport): boolean => 'fresh' in lease && lease.fresh;
