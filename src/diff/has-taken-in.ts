import type { Fleet, Machine } from '../model/fleet.ts';
import type { MachineMemory, Memory } from '../model/memory.ts';
import { declaredFields } from './take-in.ts';

/**
 * Whether a memory knows all that a commit asks for: `takeIn` leaves nothing out. A status that only names the commit, because
 * main was rewritten since and all was held, may be older than what was acted upon.
 */
export const hasTakenIn = ({ machines: known }: Memory, { machines }: Fleet): boolean =>
  machines.every((machine) => knows(known.get(machine.name), machine));

function knows(known: MachineMemory | undefined, machine: Machine): boolean {
  // What only the journal told of is nobody's yet.
  if (!known?.managed) return false;
  const { operations, install } = machine;
  const isSpent = [...operations, ...(install ? [install] : [])].every(({ id }) => Object.hasOwn(known.requests, id));
  // Memories from before there were releases are seen to elsewhere (release.ts).
  const fields = declaredFields(machine).filter(([field]) => field !== 'release');
  return isSpent && fields.every(([field, value]) => known.declared[field]?.value === value);
}
