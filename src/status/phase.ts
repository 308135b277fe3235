import type { Machine } from '../model/fleet.ts';
import type { MachineMemory } from '../model/memory.ts';
import type { Phase } from '../model/status.ts';
import { isErasedInVain, lastWork } from './work.ts';

/** One word for people, derived anew each time; nothing branches on it. */
export function phaseOf(machine: Machine | undefined, known: MachineMemory, verified: boolean): Phase {
  if (!machine) return 'Unmanaged';
  if (machine.lifecycle === 'decommission') {
    const release = known.requests[known.declared.release?.request ?? ''];
    return release?.state === 'done' && verified ? 'Available' : 'Releasing';
  }
  if (machine.management === 'observe') return 'Discovered';
  if (machine.management !== 'manage' || !verified || isErasedInVain(known)) return 'Enrolled';
  const [, last] = lastWork(known) ?? [];
  return last?.verb === 'Install' && last.state === 'done' ? 'InUse' : 'Available';
}
