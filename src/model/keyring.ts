import type { Digest } from './names.ts';
import type { Secret } from './secret.ts';

/** A password that a RotateCredentials set, or may have set, for a machine's own account on its BMC. */
export interface Key {
  readonly grant: Digest;
  readonly username: string;
  readonly password: Secret;
}

/** The passwords that may be in force, newest first, and the same as they lie in `secrets/<machine>.age`. */
export interface Keyring {
  readonly keys: readonly Key[];
  readonly sealed: string;
  /** Why it could not be opened here; then nothing is known of its keys, and nothing is added to them. */
  readonly locked?: string;
}
