import type { Machine } from '../model/fleet.ts';
import type { BiosValue, Facts } from '../model/inventory.ts';
import { type MachineMemory } from '../model/memory.ts';
import type { RequestId } from '../model/names.ts';
import type { Arguments } from '../model/plan.ts';
/** Where a request stands, seen from the hardware. */
export type Standing = 
/** What was asked for is so. */
{
    readonly kind: 'satisfied';
}
/** The next thing to send, and what is foreseen after it. */
 | {
    readonly kind: 'next';
    readonly args: Arguments;
    readonly later: readonly Arguments[];
    readonly because: string;
}
/** Nothing to send now; it goes on by itself, or when somebody turns the machine on. */
 | {
    readonly kind: 'waits';
    readonly reason: 'WaitingForPower' | 'TaskOpen' | 'Stale';
    readonly message: string;
}
/** It was tried, and what was asked for is not so. */
 | {
    readonly kind: 'failed';
    readonly message: string;
}
/** This hardware cannot do it. */
 | {
    readonly kind: 'unsupported';
    readonly message: string;
};
/** A pending or corrective request of a declared field, or of an operation, against the newest facts. */
export declare function standingOf(machine: Machine, known: MachineMemory, id: RequestId, facts: Facts): Standing;
/** The declared keys that this request brought; a correction (`…#n`) is for all keys that its base request brought. */
export declare function biosKeysOf(known: MachineMemory, id: RequestId): Readonly<Record<string, BiosValue>>;
