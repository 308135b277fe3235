import type { Machine } from '../model/fleet.ts';
/** Machines in the order of their names. A list once given out never changes. */
export declare class SortedMachines {
    #private;
    put(machine: Machine): void;
    remove(file: string): void;
    /** The old list merged with what changed: one walk, however many changes. */
    all(): readonly Machine[];
}
