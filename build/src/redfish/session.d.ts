import { Secret } from '../model/secret.ts';
import type { HttpLimits } from '../ports/http.ts';
import type { Credentials } from '../ports/secrets.ts';
import { type Conceal } from './refusal.ts';
import { type Missed } from './reply.ts';
import type { Wire } from './wire.ts';
/** How requests show who sends them. */
export type Session = 
/** `path`: the session's own resource, unless the service did not name it. */
{
    readonly kind: 'token';
    readonly token: Secret;
    readonly path?: string;
} | {
    readonly kind: 'basic';
    readonly credentials: Credentials;
};
export type Login = {
    readonly kind: 'in';
    readonly session: Session;
}
/** These credentials: no. Another try might lock the account. */
 | {
    readonly kind: 'refused';
    readonly message: string;
} | ({
    readonly kind: 'missed';
} & Missed);
/** Where and how a session is asked for. */
export interface Door {
    readonly wire: Wire;
    readonly origin: string;
    /** Of the collection of sessions. */
    readonly path: string;
    readonly limits: HttpLimits;
    readonly conceal: Conceal;
}
/**
 * Opens a session (DSP0266, session login). Where sessions are not offered, or their table is full, every request will
 * carry the name and password instead (RFC 7617).
 */
export declare function logIn(door: Door, credentials: Credentials, signal: AbortSignal): Promise<Login>;
export declare function authorization(session: Session): Readonly<Record<string, string>>;
/** What must not appear in anything that leaves this process, besides requests. */
export declare function secretsOf(session: Session): readonly string[];
