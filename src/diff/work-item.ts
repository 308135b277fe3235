import type { Caller, WorkItem } from '../model/boot.ts';
import type { Machine } from '../model/fleet.ts';
import type { FacilityName } from '../model/names.ts';
import type { Action } from '../model/plan.ts';
import { matchesFromInside } from './identity.ts';

/** It must be begun within so long of being handed out. */
const secondsToBegin = 600;

/** What is handed to the agent for this action; null: the manifest no longer says it like this, or it is no agent's. */
export function workItemOf(
  facility: FacilityName,
  { name, identity, install }: Machine,
  { args, grant, request }: Action,
  epoch: number,
): WorkItem | null {
  const common = { facility, machine: name, grant, epoch, seconds: secondsToBegin, identity };
  switch (args.verb) {
    case 'Inspect':
      return { ...common, verb: args.verb };
    case 'Erase':
      return { ...common, verb: args.verb, disks: args.disks };
    case 'Install':
      if (install?.id !== request || install.image.sha256 !== args.sha256) return null;
      return {
        ...common,
        verb: args.verb,
        image: install.image,
        ...(args.disk === undefined ? {} : { disk: args.disk }),
        overwrite: args.overwrite,
      };
    default:
      return null;
  }
}

/**
 * Whether an agent runs on the machine that was enrolled, with its UUID in either byte order. One machine may have one name
 * only that is seen from inside; validation says so before anything is asked of it.
 */
export const isCaller = ({ identity }: Machine, caller: Caller): boolean =>
  matchesFromInside(identity, caller.identity);
