import type { Machine } from '../model/fleet.ts';
import { type MachineMemory } from '../model/memory.ts';
import type { CommitId } from '../model/names.ts';
import type { Action, Arguments, Hold } from '../model/plan.ts';
import type { DiffInput } from './diff.ts';
import { type Stride } from './safety.ts';
export interface Candidate {
    readonly action: Action;
    readonly stride: Stride;
    readonly later: readonly Arguments[];
}
/** The one next thing for this machine; and what its other requests wait for. */
export declare function firstOf(machine: Machine, known: MachineMemory, input: DiffInput, overreach: ReadonlyMap<CommitId, number>): {
    readonly candidate: Candidate | null;
    readonly holds: readonly Hold[];
};
