import type { Http, HttpRequest } from '../ports/http.ts';
import { type Bmc } from '../twin/bmc.ts';
import type { EffectEntry } from '../twin/effect.ts';
import type { Fates } from './fate.ts';
import type { Kernel } from './kernel.ts';
import type { Life } from './life.ts';
/** A simulated BMC at an address of the simulated network. */
export interface Station {
    /** `https://10.1.0.1` */
    readonly origin: string;
    /** SHA-256 of its public key as hex; where the address is https. */
    readonly key: string;
    bmc: Bmc;
}
/** The network in front of the BMCs. */
export interface Network {
    readonly stations: ReadonlyMap<string, Station>;
    /** Told before the answer leaves. */
    received(station: Station, entry: EffectEntry): void;
    /** Told of every request that a program makes, wherever it goes. */
    asked(request: HttpRequest): void;
}
/**
 * The `http` port of one process, with the twins at the other end. A request that has left arrives, whatever becomes of
 * the process that sent it.
 */
export declare function openHttp(network: Network, kernel: Kernel, life: Life, fates: Fates): Http;
