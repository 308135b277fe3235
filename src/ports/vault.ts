import type { Result } from '../model/result.ts';
import type { Secret } from '../model/secret.ts';

/** Seals what nanometal has to keep where anybody may read it, and opens it again with the facility's own key. */
export interface Vault {
  /** Why nothing can be sealed for these recipients so that it can be opened here; null: it can. For people. */
  objection(recipients: readonly string[]): Promise<string | null>;
  /** Text that can be committed. Only for recipients without an objection. */
  seal(plain: Secret, recipients: readonly string[]): Promise<string>;
  /** The error is for people, and holds nothing of the content. */
  open(sealed: string): Promise<Result<Secret, string>>;
}
