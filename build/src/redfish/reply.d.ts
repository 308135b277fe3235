import type { Miss } from '../model/inventory.ts';
import type { Result } from '../model/result.ts';
import type { HttpOutcome } from '../ports/http.ts';
import type { Resource } from './fields.ts';
/** Why there is nothing to go on. The message is for people and holds no secret. */
export interface Missed {
    readonly reason: Miss;
    readonly message: string;
}
/** A resource as it was read. */
export interface Found {
    readonly kind: 'found';
    readonly path: string;
    readonly body: Resource;
    /** As given, where it can be sent back. */
    readonly etag?: string;
}
/** A definite no to this one resource: it is not there, not for us, or not offered. */
export interface Absent {
    readonly kind: 'absent';
    readonly status: number;
    readonly message: string;
}
export type Reading<T> = Result<T, Missed>;
export type Reply = Reading<Found | Absent>;
export declare const isGone: ({ status }: Absent) => boolean;
/** A definite no to what nothing works without. */
export declare const unusable: ({ status, message }: Absent) => Missed;
type Failure = Extract<HttpOutcome, {
    kind: 'failed';
}>;
export declare const missedBy: (failure: Failure) => Missed;
export {};
