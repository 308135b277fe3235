import { fail, ok, type Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { LoginBook } from '../ports/login-book.ts';
import type { Credentials, Secrets } from '../ports/secrets.ts';
import { Doorman } from './doorman.ts';
import type { RedfishLimits } from './limits.ts';
import type { Conceal } from './refusal.ts';
import type { Missed, Reading } from './reply.ts';
import { authorization, type Door, type Login, logIn, type Session, secretsOf } from './session.ts';
import type { Endpoint, Wire } from './wire.ts';

export interface AccountPorts {
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly loginBook: LoginBook;
}

/** Somebody who tries credentials that may be wrong: the password is shown once, and only where `permit` has nothing against it. */
export interface Guest {
  /** Asked just before the password goes out, and writes down that it does. Null: it may. */
  readonly permit: (username: string) => Promise<string | null>;
}

const left: Missed = { reason: 'Timeout', message: 'called off: nobody needs this BMC any more' };

/** Credentials that may be in force at a BMC. */
export interface Candidate {
  /** By which whoever gave them knows them again; null: those that the manifest names. */
  readonly mark: string | null;
  readonly credentials: Credentials;
  /** Only behind those that the manifest names. */
  readonly last?: boolean;
}

const likeliest = ([first]: readonly Candidate[]): Candidate | undefined => (first?.last ? undefined : first);

/** A session that was never good, and is younger than this, is not replaced: its refusal is not about its age. */
const youngMs = 60_000;

interface Opened {
  readonly session: Session;
  readonly mark: string | null;
  readonly credentials: Credentials;
  readonly since: number;
}

/** Our one login at one BMC: opened when needed, kept, replaced when it has grown old, ended at the close. */
export class Account {
  readonly #ports: AccountPorts;
  readonly #credentialsName: string;
  readonly #origin: string;
  readonly #wire: Wire;
  readonly #limits: RedfishLimits;
  readonly #doorman: Doorman;
  #own: readonly Candidate[] = [];
  #open: (Opened & { good: boolean }) | null = null;
  /** Others come first now: what the open session was opened with proves nothing about them. */
  #outdated = false;
  #secrets: readonly string[] = [];
  #loggingIn: Promise<Login> | null = null;
  #left = false;
  #misjudgedAt: number | null = null;

  constructor(ports: AccountPorts, credentialsName: string, endpoint: Endpoint, wire: Wire, limits: RedfishLimits) {
    this.#ports = ports;
    this.#credentialsName = credentialsName;
    this.#origin = endpoint.origin;
    this.#wire = wire;
    this.#limits = limits;
    const { origin, pin } = endpoint;
    const place = { address: origin, ...(pin === undefined ? {} : { key: pin }) };
    this.#doorman = new Doorman(ports.loginBook, place, ports.clock, limits.refusalMs);
  }

  /**
   * Those that go before the ones that the manifest names, likeliest first. Where another is the first, the next request
   * opens a new session.
   */
  present(own: readonly Candidate[]): void {
    const first = likeliest(own);
    if (first?.mark !== likeliest(this.#own)?.mark) this.#outdated = this.#open !== null;
    // Let in with another than the likeliest, because that was refused: it is shown again when it may be.
    else if (
      first &&
      this.#open &&
      this.#open.mark !== first.mark &&
      this.#doorman.objection(first.credentials) === null
    )
      this.#outdated = true;
    this.#own = own;
  }

  /** Before the password of this account is changed: a death after that must not have the old one shown again and again. */
  doubt(username: string): Promise<void> {
    return this.#doorman.doubt(username);
  }

  /** Another machine answers at this address than before: what that one refused proves nothing here. */
  meetAnew(): void {
    this.#doorman.meetAnew();
  }

  get session(): Session | null {
    return this.#outdated ? null : (this.#open?.session ?? null);
  }

  /** Whose session the BMC took a request of; undefined: none that is open. */
  get confirmed(): Candidate['mark'] | undefined {
    return this.#open?.good && !this.#outdated ? this.#open.mark : undefined;
  }

  /** Of our own, those that the BMC looked at and did not take. */
  get refused(): readonly NonNullable<Candidate['mark']>[] {
    return this.#own.flatMap(({ mark, credentials }) =>
      mark !== null && this.#doorman.refusedAt(credentials) !== null ? [mark] : [],
    );
  }

  /** `sessionsPath`: the collection that a session is added to, within the origin. */
  async enter(sessionsPath: string, signal: AbortSignal, guest?: Guest): Promise<Reading<Session>> {
    if (this.session !== null) return ok(this.session);
    const candidates = await this.#candidates();
    if (!candidates.ok) return fail({ reason: 'NoCredentials', message: candidates.error });
    if (this.#left) return fail(left);
    this.#secrets = candidates.value.map(({ credentials }) => credentials.password.reveal());
    const before = this.#open?.session;
    this.#open = null;
    this.#outdated = false;
    if (before !== undefined) await this.#end(before);
    const door: Door = {
      wire: this.#wire,
      origin: this.#origin,
      path: sessionsPath,
      limits: this.#limits.read,
      conceal: this.conceal,
      ...(guest === undefined ? {} : { once: true }),
    };
    let refusal: Missed = { reason: 'CredentialsRefused', message: 'there are no credentials to show' };
    for (const { mark, credentials } of candidates.value) {
      const doorman = this.#doorman;
      const objection = guest === undefined ? doorman.objection(credentials) : doorman.repetition(credentials);
      if (objection !== null) {
        const hint = guest === undefined ? {} : ({ hint: 'barred' } as const);
        refusal = { reason: 'CredentialsRefused', message: objection, ...hint };
        continue;
      }
      const bar = guest === undefined ? await doorman.letOut(credentials) : await guest.permit(credentials.username);
      if (bar !== null) return fail({ reason: 'CredentialsRefused', message: bar, hint: 'barred' });
      if (this.#left) {
        await doorman.spare(credentials);
        return fail(left);
      }
      this.#loggingIn = this.#logIn(door, credentials, signal);
      const login = await this.#loggingIn;
      this.#loggingIn = null;
      if (login.kind === 'missed') {
        if (!login.shown) await doorman.spare(credentials);
        return fail({ reason: login.reason, message: login.message });
      }
      if (login.kind === 'in') {
        this.#open = { session: login.session, mark, credentials, since: this.#ports.clock.monotonic(), good: false };
        // Whoever gives a session has looked at the password; without one it is only shown with the next request.
        if (login.session.kind === 'token') await doorman.admit(credentials);
        return ok(login.session);
      }
      const { message, hint } = login;
      await doorman.refuse(credentials, message, hint === 'password-change');
      refusal = { reason: 'CredentialsRefused', message, ...(hint === undefined ? {} : { hint }) };
    }
    return fail(refusal);
  }

  /** Our own first; what the manifest names may be missing where there are such. */
  async #candidates(): Promise<Result<readonly Candidate[], string>> {
    const declared = await this.#ports.secrets.credentials(this.#credentialsName);
    if (!declared.ok && this.#own.length === 0) return declared;
    const named = declared.ok ? [{ mark: null, credentials: declared.value }] : [];
    const [before, behind] = [this.#own.filter(({ last }) => !last), this.#own.filter(({ last }) => last)];
    const refusedAt = ({ credentials }: Candidate): number => this.#doorman.refusedAt(credentials) ?? -1;
    // Within an hour only two are tried: those that were never refused first, so that each has its turn.
    return ok([...before, ...named, ...behind].toSorted((a, b) => refusedAt(a) - refusedAt(b)));
  }

  /** The BMC took a request of this session. */
  async confirm(session: Session): Promise<void> {
    if (this.#open?.session !== session) return;
    this.#open.good = true;
    if (session.kind === 'basic') await this.#doorman.admit(session.credentials);
  }

  /**
   * The BMC answered 401 to this session. True: it is forgotten and a new login is worth a try, since it was good once,
   * or is old, and a new one has not just been in vain.
   */
  async reject(session: Session): Promise<boolean> {
    const open = this.#open;
    if (open?.session !== session) return true;
    if (session.kind === 'basic') {
      const { username } = session.credentials;
      await this.#doorman.refuse(session.credentials, `the name and password of ${username} were refused`);
    } else if (this.#isRecent(this.#misjudgedAt) || (!open.good && this.#isRecent(open.since))) {
      // Kept: a login for each refused request would fill the BMC's table of sessions.
      return false;
    }
    this.#open = null;
    return session.kind === 'token';
  }

  /** A new login changed nothing: the session before it had not ended, so it is ended now. */
  async misjudged(before: Session): Promise<void> {
    this.#misjudgedAt = this.#ports.clock.monotonic();
    await this.#end(before);
  }

  #isRecent(at: number | null): boolean {
    return at !== null && this.#ports.clock.monotonic() - at < youngMs;
  }

  /** Forgets the session after a 401 to a mutation, so that whoever sends it again does so with a new one. */
  async forget(session: Session): Promise<void> {
    if (session.kind === 'basic') await this.reject(session);
    else if (this.#open?.session === session) this.#open = null;
  }

  /** For good: ends the session, and one that is just being opened, each within `logoutMs`. */
  async leave(): Promise<void> {
    this.#left = true;
    if (this.#loggingIn !== null) {
      const answered = new AbortController();
      const patience = this.#ports.clock.sleep(this.#limits.logoutMs, answered.signal);
      await Promise.race([this.#loggingIn, patience]);
      answered.abort();
    }
    const { session } = this;
    this.#open = null;
    if (session !== null) await this.#end(session);
  }

  async #logIn(door: Door, credentials: Credentials, signal: AbortSignal): Promise<Login> {
    const login = await logIn(door, credentials, signal);
    if (login.kind !== 'in') return login;
    this.#secrets = [...this.#secrets, ...secretsOf(login.session)];
    if (!this.#left) return login;
    await this.#end(login.session);
    return { kind: 'missed', shown: false, ...left };
  }

  async #end(session: Session): Promise<void> {
    if (session.kind !== 'token' || session.path === undefined) return;
    const { logoutMs, write } = this.#limits;
    const limits = { ...write, connectMs: logoutMs, idleMs: logoutMs, totalMs: logoutMs };
    await this.#wire({ method: 'DELETE', path: session.path, headers: authorization(session), limits });
  }

  /** Takes out of a text what must not leave this process. Very short secrets would be found in ordinary words. */
  readonly conceal: Conceal = (words) => {
    const secrets = this.#secrets.filter((secret) => secret.length >= 4);
    const spellings = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
    return spellings.reduce((text, secret) => text.replaceAll(secret, '[secret]'), words);
  };
}
