import type { FacilityName, MachineName } from '../model/names.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Commit } from '../ports/repo.ts';
import { type Complaint, failed } from './complaint.ts';
import { facilityOfMachine, fleetHead } from './facility.ts';
import type { OpenedRepo } from './open-repo.ts';
import { findStatus } from './read-status.ts';

/** Whom a question is about, and the newest status commit that can answer it. */
export interface Subject {
  readonly facility: FacilityName;
  /** Null: the facility itself was named. */
  readonly machine: MachineName | null;
  readonly commit: Commit;
  readonly lease: Commit | null;
}

export async function findSubject(
  fleetRepo: OpenedRepo,
  statusRepo: OpenedRepo,
  name: string,
  asked: { readonly facility?: FacilityName; readonly branch: string },
): Promise<Result<Subject, Complaint>> {
  const facility =
    asked.facility === undefined ? await findFacility(fleetRepo, name, asked.branch) : ok(asked.facility);
  if (!facility.ok) return facility;
  const heads = await findStatus(statusRepo, facility.value);
  if (!heads.ok) return heads;
  const { status, lease } = heads.value;
  if (status === null) {
    return fail(
      failed(
        `there is no branch status/${facility.value} at ${statusRepo.address}`,
        `start a reconciler (nanometal run -f ${facility.value} --repo …), fetch, or name --status-repo`,
      ),
    );
  }
  const machine = name === facility.value ? null : name;
  return ok({ facility: facility.value, machine, commit: status, lease });
}

async function findFacility(
  fleetRepo: OpenedRepo,
  name: string,
  branch: string,
): Promise<Result<FacilityName, Complaint>> {
  const head = await fleetHead(fleetRepo, branch);
  return head.ok ? facilityOfMachine(fleetRepo.repo, head.value, name) : head;
}
