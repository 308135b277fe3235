import type { Clock } from '../ports/clock.ts';
import type { LoginBook, LoginPlace, Tried } from '../ports/login-book.ts';
import type { Credentials } from '../ports/secrets.ts';

/** Wrong passwords of one account within `refusalMs`: the strictest BMCs lock it after three. */
const refusedMax = 2;

/**
 * Decides by the login book which credentials a BMC may see, since accounts lock: those that it refused are not shown
 * again before `refusalMs` have passed, and of one account no more than two.
 */
export class Doorman {
  readonly #book: LoginBook;
  readonly #place: LoginPlace;
  readonly #clock: Clock;
  readonly #refusalMs: number;

  constructor(book: LoginBook, place: LoginPlace, clock: Clock, refusalMs: number) {
    this.#book = book;
    this.#place = place;
    this.#clock = clock;
    this.#refusalMs = refusalMs;
  }

  /**
   * They are about to be shown. Whether an answer comes or not: a no that is lost, with the answer or with this process,
   * counts at the BMC all the same. What let us in before is no guess.
   */
  async letOut({ username, password }: Credentials): Promise<null> {
    if (!this.#book.isKnown(this.#place.address, { username, password })) {
      await this.#book.trying(this.#place, username, password);
    }
    return null;
  }

  /** They were not looked at after all. */
  spare(credentials: Credentials): Promise<void> {
    return this.#book.spared(this.#place, credentials);
  }

  /** `isOutdated`: they are right, but nothing is done for them before the password was changed. */
  refuse(credentials: Credentials, why: string, isOutdated = false): Promise<void> {
    return this.#book.refused(this.#place, credentials, isOutdated ? 'outdated' : 'refused', why);
  }

  /** Why these credentials are not to be tried now; `null`: they may be. */
  objection(credentials: Credentials): string | null {
    const repeated = this.repetition(credentials);
    if (repeated !== null) return repeated;
    const { username } = credentials;
    const counted = this.#recent(username).filter(({ kind, forgiven }) => kind !== 'outdated' && !forgiven).length;
    if (counted < refusedMax) return null;
    return `${counted} logins of ${username} failed or got no answer within the hour; no other is tried before it is over`;
  }

  /** The same, where somebody else counts how many are tried. */
  repetition({ username, password }: Credentials): string | null {
    const mark = this.#book.mark(password);
    const same = this.#recent(username).find((one) => one.kind !== 'unheard' && one.mark === mark);
    return same ? `${same.why}; not tried again until the credentials change or an hour has passed` : null;
  }

  /** The account let us in, so that the BMC counts from zero again. */
  admit({ username, password }: Credentials): Promise<void> {
    return this.#book.cameIn(this.#place, username, password);
  }

  doubt(username: string): Promise<void> {
    return this.#book.doubt(this.#place, username);
  }

  meetAnew(): void {
    this.#book.meetAnew(this.#place.address);
  }

  /** When they were refused last; null: never, as far as is remembered. What was not refused yet is likelier than what was. */
  refusedAt({ username, password }: Credentials): number | null {
    const mark = this.#book.mark(password);
    const tried = this.#book.tried(this.#place.address, username);
    const same = tried.filter((one) => one.kind !== 'unheard' && one.mark === mark);
    return same.length === 0 ? null : Math.max(...same.map(({ at }) => at));
  }

  #recent(username: string): readonly Tried[] {
    const now = this.#clock.monotonic();
    return this.#book.tried(this.#place.address, username).filter(({ at }) => now - at < this.#refusalMs);
  }
}
