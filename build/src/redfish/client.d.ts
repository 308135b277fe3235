import type { Http } from '../ports/http.ts';
import { type AccountPorts } from './account.ts';
import type { Lane } from './lane.ts';
import type { RedfishLimits } from './limits.ts';
import type { Conceal } from './refusal.ts';
import type { Reading, Reply } from './reply.ts';
import { type Root } from './root.ts';
import { type Endpoint } from './wire.ts';
export interface ClientPorts extends AccountPorts {
    readonly http: Http;
}
/** A request that may change something. It is sent at most once. */
export interface Mutation {
    readonly method: 'POST' | 'PATCH';
    /** Within the origin. */
    readonly path: string;
    readonly body: unknown;
    readonly headers?: Readonly<Record<string, string>>;
}
export type Sent = {
    readonly kind: 'answered';
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
}
/** Not a byte of it left. */
 | {
    readonly kind: 'unsent';
    readonly message: string;
}
/** It may have arrived. */
 | {
    readonly kind: 'lost';
    readonly message: string;
};
/**
 * One BMC service: one login, one request at a time. A GET is repeated once on a broken connection and once after a
 * new login; nothing else is ever repeated.
 */
export declare class Client {
    #private;
    readonly endpoint: Endpoint;
    constructor(ports: ClientPorts, endpoint: Endpoint, credentialsName: string, lane: Lane, limits: RedfishLimits);
    /** Where the service keeps things; read once per login. */
    root(signal: AbortSignal): Promise<Reading<Root>>;
    /** `path` is within the origin. */
    get(path: string, signal: AbortSignal): Promise<Reply>;
    send(mutation: Mutation, signal: AbortSignal): Promise<Sent>;
    get conceal(): Conceal;
    close(): Promise<void>;
}
