import type { Machine } from '../model/fleet.ts';
import type { Phase } from '../model/status.ts';

/** One word for people, derived anew each time; nothing branches on it. */
export function phaseOf(machine: Machine | undefined, verified: boolean): Phase {
  if (!machine) return 'Unmanaged';
  if (machine.lifecycle === 'decommission') return 'Releasing';
  if (machine.management === 'observe') return 'Discovered';
  return machine.management === 'manage' && verified ? 'Available' : 'Enrolled';
}
