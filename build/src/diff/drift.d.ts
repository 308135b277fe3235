import type { Fleet, Machine } from '../model/fleet.ts';
import type { BiosValue, Facts, Sighting } from '../model/inventory.ts';
import type { MachineMemory, Requested } from '../model/memory.ts';
import type { CommitId, RequestId } from '../model/names.ts';
import type { Verb } from '../model/verb.ts';
/** A declared field that was settled once and is no longer so, or never was since memory began. */
export interface Drift {
    readonly field: string;
    readonly declared: BiosValue;
    readonly observed: BiosValue | undefined;
    readonly verb: Verb;
    /** `assumed:power` or `assumed:bios` where no request of ours ever set it. */
    readonly base: RequestId;
}
/** Corrections of one declared value before we stop: somebody, or something, wants it otherwise. */
export declare const correctionsMax = 3;
export declare function driftsOf(known: MachineMemory, facts: Facts): readonly Drift[];
/** The corrections of a base request, oldest first: `<base>#1`, `<base>#2`, … */
export declare const correctionsOf: (known: MachineMemory, base: RequestId) => readonly (readonly [RequestId, Requested])[];
/**
 * The request that puts drift right by itself, or null where it is left to people. By itself only what disrupts
 * nothing: a BIOS key of ours, written on a machine that is off. The rest when `policy.drift` says `correct`, and then
 * only after two looks have agreed.
 */
export declare function correct(fleet: Fleet, machine: Machine, accepted: CommitId, known: MachineMemory, seen: Sighting): MachineMemory;
