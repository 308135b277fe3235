import type { Bmc } from '../model/fleet.ts';
import type { Http, HttpLimits, HttpOutcome, HttpRequest } from '../ports/http.ts';
/** Where a BMC is, and what must be true of it. */
export interface Endpoint {
    /** `https://host[:port]` */
    readonly origin: string;
    readonly pin?: string;
    readonly insecure: boolean;
    /** CIDR ranges that its address must be in. */
    readonly within: readonly string[];
}
/** `null`: the address is not `http(s)://host[:port]`. */
export declare function endpointOf(bmc: Bmc, within: readonly string[]): Endpoint | null;
/** A password would be readable on its way, and nobody said that this is meant. */
export declare function isExposed({ origin, insecure }: Endpoint): boolean;
export interface WireRequest {
    readonly method: HttpRequest['method'];
    /** From the root of the origin. */
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly limits: HttpLimits;
    readonly fresh?: boolean;
}
export type Wire = (request: WireRequest, signal?: AbortSignal) => Promise<HttpOutcome>;
/** Requests in the form that Redfish asks for (DSP0266). Every request that may change something is `fresh`. */
export declare const wireTo: (http: Http, endpoint: Endpoint) => Wire;
