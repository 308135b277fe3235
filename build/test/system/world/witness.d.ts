import { type RequestListener, type Server } from 'node:http';
import type { FleetRepo } from './fleet-repo.ts';
/** A request that changes the hardware, as it arrived, and what the remote repository said in that moment. */
export interface Witnessed {
    readonly machine: string;
    readonly method: string;
    readonly path: string;
    readonly body: string;
    readonly verb: string;
    /** Grants of this verb for this machine that stood in pushed intents, without an outcome; newest first. */
    readonly grants: readonly string[];
    /** Null: not answered. */
    status: number | null;
}
/**
 * Stands between the reconciler and the BMCs, on ports of its own. Whenever a mutating request has arrived whole, it
 * reads the status branch at the remote first and passes the request on after that: what it finds there surely was
 * pushed before the hardware heard of anything. A request that arrived is passed on also when its sender dies.
 */
export interface Witness {
    /** By machine: where it stands for it. */
    readonly ports: ReadonlyMap<string, number>;
    readonly seen: readonly Witnessed[];
    /** Passwords shown to a machine: session logins, and requests that carried name and password themselves. */
    logins(machine: string): number;
    /** From now on this answers in the machine's place. */
    replace(machine: string, impostor: RequestListener): void;
    close(): Promise<void>;
}
export declare function startWitness(repo: FleetRepo, machines: readonly {
    readonly name: string;
    readonly port: number;
}[]): Promise<Witness>;
export declare const portOf: (server: Server) => number;
/** The verb that a request carries out, as the model names it. */
export declare function verbOf(method: string, path: string, body: string): string;
