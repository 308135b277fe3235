import type { Findings } from '../model/discovery.ts';
import type { FacilityName } from '../model/names.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { type Complaint, failed } from './complaint.ts';
import type { OpenedRepo } from './open-repo.ts';
import { findStatus, readStatus } from './read-status.ts';

/** What the running reconciler found, as its status branch tells it. */
export async function findingsFromStatus(
  opened: OpenedRepo,
  facility: FacilityName,
): Promise<Result<Findings, Complaint>> {
  const heads = await findStatus(opened, facility);
  if (!heads.ok) return heads;
  const none = (what: string): Result<never, Complaint> =>
    fail(failed(what, 'set spec.interval in discovery.yaml and run a reconciler, or ask now: without --from-status'));
  if (heads.value.status === null) return none(`there is no branch status/${facility} at ${opened.address}`);
  const reading = await readStatus(opened.repo, facility, heads.value.status, 'without-inventory');
  if (!reading.ok) return reading;
  const { discovered } = reading.value.status;
  return discovered ? ok(discovered) : none(`status/${facility} tells of no sweep`);
}
