import type { Fleet, Machine } from '../model/fleet.ts';
import type { Facts, Sighting } from '../model/inventory.ts';
import type { MachineMemory, Memory } from '../model/memory.ts';
import type { Instant, Ticks } from '../model/names.ts';

/** All that a request is seen against. */
export interface Ground {
  readonly fleet: Fleet;
  readonly machine: Machine;
  readonly known: MachineMemory;
  readonly clusters: Memory['clusters'];
  readonly facts: Facts;
  readonly seen: Sighting | undefined;
  readonly wall: Instant;
  /** From before this no agent can have been heard: when this process took in the accepted commit. */
  readonly since: Ticks;
}
