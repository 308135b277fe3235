import type { ExpectedHardware, Machine } from '../model/fleet.ts';
import type { BmcSpec } from './bmc.ts';
import { type Timings } from './timings.ts';
/** The account of every simulated BMC; it guards nothing. */
export declare const twinAccount: {
    username: string;
    password: string;
};
export interface SpecOptions {
    readonly name: string;
    readonly seed: number;
    readonly persona: string;
    readonly timings?: Timings;
}
/** A machine as a class expects it, dealt out by seed and name alone: its neighbours change nothing. */
export declare function dealSpec(expects: ExpectedHardware, options: SpecOptions): BmcSpec;
/**
 * The machine that a manifest describes: with its identity where that is given, and with every BIOS key it declares,
 * already at the declared value where the persona does not know the key.
 */
export declare function specOfMachine(machine: Machine, options: Omit<SpecOptions, 'name'>): BmcSpec;
