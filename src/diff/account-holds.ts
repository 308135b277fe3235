import type { Machine } from '../model/fleet.ts';
import type { Facts } from '../model/inventory.ts';
import type { MachineMemory } from '../model/memory.ts';
import type { RequestId } from '../model/names.ts';
import type { Hold, HoldReason } from '../model/plan.ts';
import { isRotating, rotationOf } from './rotate.ts';

const remedy = 'ask for the operation RotateCredentials';

/** Why the account that is declared for a BMC is not to be had, or its password stays as old as it is. */
export function accountHolds(machine: Machine, known: MachineMemory): readonly Hold[] {
  if (!machine.bmc.account || isAskedFor(known)) return [];
  const hold = (request: RequestId, reason: HoldReason, message: string): readonly Hold[] => [
    { kind: 'hold', machine: machine.name, rack: machine.rack, verb: 'RotateCredentials', request, reason, message },
  ];
  const declared = known.account ? undefined : known.declared.account?.request;
  for (const id of [declared, rotationOf(known)]) {
    if (id === undefined || id === null) continue;
    const { state, message } = known.requests[id] ?? {};
    if (state === 'failed') return hold(id, 'Drifted', `${message ?? 'it failed'}; ${remedy} once it can succeed`);
    if (state === 'superseded') return hold(id, 'Superseded', `it was taken back before it was done; ${remedy}`);
    if (state === 'assumed' || (state === undefined && id.startsWith('assumed:'))) {
      const why =
        'bmc.account stood here before memory began, or while the machine was only looked at; no password is known';
      return hold(id, 'Assumed', `${why}; ${remedy}`);
    }
  }
  return [];
}

/** Somebody changed or removed our account, or the BMC is another one: we are in with what the manifest names. */
export function whyNotOurs({ bmc }: Machine, known: MachineMemory, facts: Facts): string | null {
  if (!bmc.account || !known.account || facts.login !== undefined || isAskedFor(known)) return null;
  return `the BMC no longer takes our password for ${bmc.account.username}, and was entered with ${bmc.credentials}; ${remedy}`;
}

const isAskedFor = ({ requests }: MachineMemory): boolean => Object.values(requests).some(isRotating);
