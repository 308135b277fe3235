import type { BmcSpec } from '../../src/twin/bmc.ts';
/** What people want, and how they say it: manifests for a facility `ams1`, commit by commit. */
export interface Operation {
    readonly id: string;
    readonly verb: 'Reboot' | 'PowerCycle' | 'Identify' | 'ResetBmc';
    readonly boot?: string;
}
/** One manifest. `station`: which machine in the racks it is about. */
export interface MachineWish {
    readonly station: number;
    readonly name: string;
    readonly rack: string;
    readonly serial: string;
    readonly uuid: string;
    readonly management: 'manage' | 'observe';
    readonly power?: 'On' | 'Off';
    readonly bios: Readonly<Record<string, string>>;
    readonly operations: readonly Operation[];
    readonly parked?: true;
    readonly protected?: true;
}
export interface Policy {
    readonly maxConcurrent: number;
    readonly maxPerCommit: number;
    readonly drift: 'hold' | 'correct';
}
/** One commit on main, as its author means it. */
export interface Wish {
    readonly machines: readonly MachineWish[];
    readonly paused?: true;
    readonly policy: Policy;
    /** Files that make the commit one that must not be accepted. */
    readonly broken?: Broken;
}
export declare const brokenWays: readonly ["syntax", "bomb", "duplicate", "no-class", "twin", "hostile-name", "reused-id", "proto"];
export type Broken = (typeof brokenWays)[number];
/** One thing that somebody changes. */
export type Change = {
    readonly kind: 'power';
    readonly station: number;
    readonly to: 'On' | 'Off' | 'unsaid';
} | {
    readonly kind: 'bios';
    readonly station: number;
    readonly key: string;
    readonly value: string;
} | ({
    readonly kind: 'operation';
    readonly station: number;
} & Operation) | {
    readonly kind: 'withdraw';
    readonly station: number;
} | {
    readonly kind: 'restrain';
    readonly station: number;
    readonly how: 'parked' | 'protected' | 'observe';
} | {
    readonly kind: 'release';
    readonly station: number;
} | {
    readonly kind: 'pause' | 'unpause';
} | {
    readonly kind: 'delete';
    readonly station: number;
} | {
    readonly kind: 'rename';
    readonly station: number;
} | {
    readonly kind: 'move';
    readonly station: number;
} | {
    readonly kind: 'all-power';
    readonly to: 'On' | 'Off';
}
/** The manifest follows the hardware: whatever board is in the machine now. */
 | {
    readonly kind: 'enrol';
    readonly station: number;
} | {
    readonly kind: 'break';
    readonly how: Broken;
}
/** As it was so many commits ago. */
 | {
    readonly kind: 'revert';
    readonly back: number;
};
/** What is in a rack place, as somebody with a torch reads it off the label. */
export type Label = Pick<BmcSpec['identity'], 'serial' | 'uuid'>;
export declare const firstName: (station: number) => string;
export declare const enrolled: (station: number, label: Label) => MachineWish;
/** The wish after a change; `past` are the wishes so far, newest last. */
export declare function change(past: readonly Wish[], one: Change, labels: readonly Label[]): Wish;
/** The whole tree of a commit. */
export declare function filesOf(wish: Wish, origins: readonly string[], keys: readonly string[]): ReadonlyMap<string, string>;
