import type { Machine } from '../model/fleet.ts';
import type { MachineMemory } from '../model/memory.ts';
import type { Hold } from '../model/plan.ts';
import type { DiffInput } from './diff.ts';
/** Requests that came to an end and that people still ask for: why nothing more happens, and the remedy. */
export declare function settledHolds(machine: Machine, known: MachineMemory, input: DiffInput): readonly Hold[];
/** Adopting writes nothing: every difference is shown, until the manifest says what the machine is. */
export declare function adoptionHolds(machine: Machine, input: DiffInput): readonly Hold[];
