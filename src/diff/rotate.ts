import type { Machine } from '../model/fleet.ts';
import type { MachineMemory, Requested } from '../model/memory.ts';
import type { CommitId, Instant, RequestId } from '../model/names.ts';

/** The request that the age of a password makes: one for each password, so that it is made once. */
export const rotationOf = ({ account }: MachineMemory): RequestId | null =>
  account === undefined ? null : `rotate:${account.grant.slice('sha256:'.length, 19)}`;

/** By the wall clock, because months are counted; one that jumps ahead costs a rotation too early. */
export function rotate(machine: Machine, accepted: CommitId, known: MachineMemory, now: Instant): MachineMemory {
  const every = machine.bmc.account?.rotateMs;
  const id = rotationOf(known);
  if (machine.management !== 'manage' || every === undefined || id === null || known.requests[id]) return known;
  if (!known.account || now - known.account.since < every) return known;
  if (Object.values(known.requests).some(isRotating)) return known;
  const request: Requested = {
    verb: 'RotateCredentials',
    spec: machine.specDigest,
    commit: accepted,
    state: 'pending',
    steps: {},
  };
  return { ...known, requests: { ...known.requests, [id]: request } };
}

/** It is asked for, and not done yet. */
export const isRotating = ({ verb, state }: Requested): boolean => verb === 'RotateCredentials' && state === 'pending';
