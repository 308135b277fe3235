import type { Evidence, Received } from './evidence.ts';
import type { MachineWish, Wish } from './people.ts';
/** One open intent, as plan.json on the status branch says it. */
export interface Intent {
    readonly machine: string;
    readonly grant: string;
    readonly request: string;
    readonly commit: string;
    readonly verb: string;
    readonly force: boolean;
    readonly attributes: Readonly<Record<string, unknown>>;
    readonly target?: string;
    readonly serial: string;
}
/** A status commit of ours that the Git host took. */
export interface Landed {
    readonly at: number;
    readonly by: string;
    readonly id: string;
    readonly from: string | null;
    readonly parents: readonly string[];
    readonly epoch: number;
    readonly kind: string;
    /** The commit in force, as its trailer says. */
    readonly accepted: string | null;
    readonly intents: readonly Intent[];
}
/** A request that changed hardware, or may have, and the intent that it is taken for. */
export interface Effect extends Received {
    readonly verb: string;
    readonly force: boolean;
    readonly intent: Intent | null;
}
/** What the evidence says when it is put side by side. */
export interface Ledger {
    readonly evidence: Evidence;
    readonly landed: readonly Landed[];
    readonly effects: readonly Effect[];
    /** Heads of main, and from when. */
    readonly heads: readonly {
        readonly at: number;
        readonly head: string | null;
    }[];
    wishAt(commit: string | null): Wish | null;
    descends(from: string, commit: string | null): boolean;
}
export declare function openLedger(evidence: Evidence): Ledger;
export declare const isRecord: (value: unknown) => value is Record<string, unknown>;
/** The manifest of what stands in a rack place, whatever its name and its board were at that time. */
export declare const machineIn: (wish: Wish | null, { station }: Pick<Received, "station">) => MachineWish | null;
/** Whether a commit asks for what an intent does to a machine. */
export declare function asks(machine: MachineWish, intent: Intent): boolean;
export declare const isDisruptive: (verb: string) => boolean;
/** What of a commit forbids it to act on this machine, whatever it asks for. */
export declare const forbids: (wish: Wish, machine: MachineWish, verb: string) => boolean;
export declare const tell: ({ at, verb, station, entry, intent }: Effect, began: number) => string;
/** Heads that main had between two times. */
export declare function headsWithin({ heads }: Ledger, from: number, to: number): readonly (string | null)[];
