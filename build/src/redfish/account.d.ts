import type { Clock } from '../ports/clock.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { RedfishLimits } from './limits.ts';
import type { Conceal } from './refusal.ts';
import type { Reading } from './reply.ts';
import { type Session } from './session.ts';
import type { Wire } from './wire.ts';
export interface AccountPorts {
    readonly secrets: Secrets;
    readonly clock: Clock;
}
/** Our one login at one BMC: opened when needed, kept, replaced when it has grown old, ended at the close. */
export declare class Account {
    #private;
    constructor(ports: AccountPorts, credentialsName: string, origin: string, wire: Wire, limits: RedfishLimits);
    get session(): Session | null;
    /** `sessionsPath`: the collection that a session is added to, within the origin. */
    enter(sessionsPath: string, signal: AbortSignal): Promise<Reading<Session>>;
    /** The BMC took a request of this session. */
    confirm(session: Session): void;
    /**
     * The BMC answered 401 to this session. True: it is forgotten and a new login is worth a try, since it was good once,
     * or is old, and a new one has not just been in vain.
     */
    reject(session: Session): boolean;
    /** A new login changed nothing: the session before it had not ended, so it is ended now. */
    misjudged(before: Session): Promise<void>;
    /** Forgets the session after a 401 to a mutation, so that whoever sends it again does so with a new one. */
    forget(session: Session): void;
    /** For good: ends the session, and one that is just being opened, each within `logoutMs`. */
    leave(): Promise<void>;
    /** Takes out of a text what must not leave this process. Very short secrets would be found in ordinary words. */
    readonly conceal: Conceal;
}
