import type { Result } from '../model/result.ts';
import type { Secret } from '../model/secret.ts';
export interface Credentials {
    readonly username: string;
    readonly password: Secret;
}
/** A name → credentials. Read anew each time, so that a replaced file is seen. The error is for people. */
export interface Secrets {
    credentials(name: string): Promise<Result<Credentials, string>>;
}
