import type { Result } from '../model/result.ts';
import type { Secret } from '../model/secret.ts';

/** Who logs in to a host of the facility, and with which key. */
export interface HostLogin {
  readonly username: string;
  /** In OpenSSH's own format or PEM, without a passphrase. */
  readonly privateKey: Secret;
}

/** A name → login. Read anew each time, so that a replaced file is seen. The error is for people. */
export interface HostLogins {
  hostLogin(name: string): Promise<Result<HostLogin, string>>;
}
