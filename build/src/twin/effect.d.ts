import type { Instant } from '../model/names.ts';
import { type Json } from './json.ts';
/** What a request changed, as `from→to`: `{ power: "Off→On" }`, `{ bios: { LogicalProc: "Enabled→Disabled" } }`. */
export type Effect = Readonly<Record<string, string | Readonly<Record<string, string>>>>;
/** `session`: logins and logouts. `disruptive`: resets other than On, of the host or the BMC. `target`: the rest. */
export type RequestClass = 'session' | 'target' | 'disruptive';
/**
 * One line of the effect log: a mutating request that the hardware received. `effect` is what it changed, whether or
 * not anybody was told: `status` is null where the request was not answered, or not in HTTP.
 */
export interface EffectEntry {
    readonly at: string;
    readonly machine: string;
    readonly method: string;
    readonly path: string;
    readonly body: Json;
    readonly status: number | null;
    readonly class: RequestClass;
    readonly effect: Effect | null;
}
export declare const isMutation: (method: string) => boolean;
/** By what the request asks for, whether or not it is granted; a reset that cannot be read counts as disruptive. */
export declare function classify(path: string, body: string): RequestClass;
/** `machine` is who received it, which is not always who was meant. */
export declare function logEntry(received: {
    readonly at: Instant;
    readonly machine: string;
    readonly method: string;
    readonly path: string;
}, body: string, status: number | null, effect: Effect | null): EffectEntry;
