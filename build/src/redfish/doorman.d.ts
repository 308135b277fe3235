import type { Clock } from '../ports/clock.ts';
import type { Credentials } from '../ports/secrets.ts';
/**
 * Remembers the credentials that a BMC refused, since accounts lock: they are not shown again until they are others,
 * or `refusalMs` have passed.
 */
export declare class Doorman {
    #private;
    constructor(clock: Clock, refusalMs: number);
    refuse({ username, password }: Credentials, why: string): void;
    /** Why these credentials are not to be tried now; `null`: they may be. */
    objection({ username, password }: Credentials): string | null;
}
