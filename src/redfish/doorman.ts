import type { Secret } from '../model/secret.ts';
import type { Clock } from '../ports/clock.ts';
import type { Credentials } from '../ports/secrets.ts';

interface Refused {
  readonly username: string;
  readonly password: Secret;
  readonly at: number;
  readonly why: string;
  /** Since then the account let nobody in: the BMC counts it still. */
  readonly counts: boolean;
  /** False: no answer came, so that it may have been the right one. */
  readonly heard: boolean;
}

/** Wrong passwords of one account within `refusalMs`: the strictest BMCs lock it after three. */
const refusedMax = 2;
/** Older ones only tell what to try later. */
const refusalsKept = 32;

/**
 * Remembers the credentials that a BMC refused, since accounts lock: the same are not shown again before `refusalMs` have
 * passed, and of one account no more than two.
 */
export class Doorman {
  readonly #clock: Clock;
  readonly #refusalMs: number;
  #refused: readonly Refused[] = [];
  /** The last credentials that let us in, by account. */
  readonly #proved = new Map<string, Secret>();

  constructor(clock: Clock, refusalMs: number) {
    this.#clock = clock;
    this.#refusalMs = refusalMs;
  }

  refuse(credentials: Credentials, why: string): void {
    if (this.#isProved(credentials)) this.#proved.delete(credentials.username);
    this.#note(credentials, why, true);
  }

  /** Shown, and nothing was heard: a no that was lost counts at the BMC all the same. What let us in before is no guess. */
  unanswered(credentials: Credentials, why: string): void {
    if (!this.#isProved(credentials)) this.#note(credentials, why, false);
  }

  #note({ username, password }: Credentials, why: string, heard: boolean): void {
    const one = { username, password, at: this.#clock.monotonic(), why, counts: true, heard };
    this.#refused = [...this.#refused.slice(-refusalsKept), one];
  }

  #isProved({ username, password }: Credentials): boolean {
    return this.#proved.get(username)?.reveal() === password.reveal();
  }

  /** Why these credentials are not to be tried now; `null`: they may be. */
  objection({ username, password }: Credentials): string | null {
    const ofAccount = this.#remembered().filter((refused) => refused.username === username);
    const same = ofAccount.find(({ heard, ...refused }) => heard && refused.password.reveal() === password.reveal());
    if (same) return `${same.why}; not tried again until the credentials change or an hour has passed`;
    const counted = ofAccount.filter(({ counts }) => counts).length;
    if (counted < refusedMax) return null;
    return `${counted} logins of ${username} failed or got no answer within the hour; no other is tried before it is over`;
  }

  /** The account let us in, so that the BMC counts from zero again. */
  admit({ username, password }: Credentials): void {
    this.#proved.set(username, password);
    this.#refused = this.#refused.map((one) => (one.username === username ? { ...one, counts: false } : one));
  }

  forget(): void {
    this.#refused = [];
    this.#proved.clear();
  }

  /** When they were refused last; null: never, as far as is remembered. What was not refused yet is likelier than what was. */
  refusedAt({ username, password }: Credentials): number | null {
    const same = this.#refused.filter(
      (one) => one.heard && one.username === username && one.password.reveal() === password.reveal(),
    );
    return same.length === 0 ? null : Math.max(...same.map(({ at }) => at));
  }

  #remembered(): readonly Refused[] {
    const now = this.#clock.monotonic();
    return this.#refused.filter(({ at }) => now - at < this.#refusalMs);
  }
}
