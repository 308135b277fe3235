import { fail, ok } from '../model/result.ts';
import type { Http, HttpOutcome } from '../ports/http.ts';
import { Account, type AccountPorts, type Candidate, type Guest } from './account.ts';
import { interpret } from './interpret.ts';
import type { Lane } from './lane.ts';
import type { RedfishLimits } from './limits.ts';
import type { Conceal } from './refusal.ts';
import type { Reading, Reply } from './reply.ts';
import { type Root, readRoot, rootPath } from './root.ts';
import { authorization, type Session } from './session.ts';
import { type Endpoint, isExposed, type Wire, wireTo } from './wire.ts';

export interface ClientPorts extends AccountPorts {
  readonly http: Http;
}

/** A request that may change something. It is sent at most once. */
export interface Mutation {
  readonly method: 'POST' | 'PATCH';
  /** Within the origin. */
  readonly path: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Sent =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    }
  /** Not a byte of it left. */
  | { readonly kind: 'unsent'; readonly message: string }
  /** It may have arrived. */
  | { readonly kind: 'lost'; readonly message: string };

/**
 * One BMC service: one login, one request at a time. A GET is repeated once on a broken connection and once after a
 * new login; nothing else is ever repeated.
 */
export class Client {
  readonly endpoint: Endpoint;
  readonly #wire: Wire;
  readonly #account: Account;
  readonly #lane: Lane;
  readonly #limits: RedfishLimits;
  /** By whose they are. */
  readonly #confidences = new Map<string, readonly string[]>();
  #root: Root | null = null;

  constructor(ports: ClientPorts, endpoint: Endpoint, credentialsName: string, lane: Lane, limits: RedfishLimits) {
    this.endpoint = endpoint;
    this.#wire = wireTo(ports.http, endpoint);
    this.#account = new Account(ports, credentialsName, endpoint, this.#wire, limits);
    this.#lane = lane;
    this.#limits = limits;
  }

  /** Where the service keeps things; read once per login. */
  root(signal: AbortSignal): Promise<Reading<Root>> {
    return this.#inTurn(signal, () => this.#readRoot(signal));
  }

  /** `path` is within the origin. */
  get(path: string, signal: AbortSignal): Promise<Reply> {
    return this.#inTurn(signal, async () => {
      const session = await this.#enter(signal);
      if (!session.ok) return session;
      const first = await this.#read(path, signal, session.value);
      const refused = first.kind === 'answer' && first.status === 401;
      if (!refused || !(await this.#account.reject(session.value))) return this.#interpret(path, first);
      // The BMC may have started anew since, with other links.
      this.#root = null;
      const again = await this.#enter(signal);
      if (!again.ok) return again;
      const second = await this.#read(path, signal, again.value);
      if (second.kind === 'answer' && second.status === 401) await this.#account.misjudged(session.value);
      return this.#interpret(path, second);
    });
  }

  /** Logs in as a guest does, unless there is a session already. */
  enter(guest: Guest, signal: AbortSignal): Promise<Reading<Session>> {
    return this.#inTurn(signal, () => this.#enter(signal, guest));
  }

  async send(mutation: Mutation, signal: AbortSignal): Promise<Sent> {
    const sent = await this.#inTurn<Sent>(signal, async () => {
      const session = await this.#enter(signal);
      if (!session.ok) return session;
      const headers = { ...authorization(session.value), ...mutation.headers };
      const outcome = await this.#wire({ ...mutation, headers, limits: this.#limits.write }, signal);
      if (outcome.kind === 'failed') {
        return ok({ kind: outcome.sent === 'no' ? 'unsent' : 'lost', message: outcome.message });
      }
      if (outcome.status === 401) await this.#account.forget(session.value);
      return ok({ ...outcome, kind: 'answered' });
    });
    return sent.ok ? sent.value : { kind: 'unsent', message: sent.error.message };
  }

  /** Credentials that go before the ones that the manifest names (`Account.present`). */
  present(own: readonly Candidate[]): void {
    this.#account.present(own);
  }

  /** Before the password of this account is changed (`Account.doubt`). */
  doubt(username: string): Promise<void> {
    return this.#account.doubt(username);
  }

  /** The mark of the credentials that the open session was opened with, once a request of it was taken. */
  get confirmed(): Candidate['mark'] | undefined {
    return this.#account.confirmed;
  }

  /** The marks of our own credentials that were refused. */
  get refused(): Account['refused'] {
    return this.#account.refused;
  }

  /** Another machine answers than before. */
  meetAnew(): void {
    this.#account.meetAnew();
  }

  /** What is sent for one of the machines behind this service, and that its answers must not tell on. */
  confide(whose: string, secrets: readonly string[]): void {
    this.#confidences.set(whose, secrets);
  }

  readonly conceal: Conceal = (words) => {
    const spellings = [...this.#confidences.values()].flat().flatMap((one) => [one, one.replaceAll('/', '\\/')]);
    return spellings.reduce((text, one) => text.replaceAll(one, '[confidential]'), this.#account.conceal(words));
  };

  close(): Promise<void> {
    return this.#account.leave();
  }

  async #inTurn<T>(signal: AbortSignal, work: () => Promise<Reading<T>>): Promise<Reading<T>> {
    const result = await this.#lane.run(signal, work);
    if (result === 'full') return fail({ reason: 'Busy', message: 'too many requests wait for this BMC' });
    if (result === 'called-off') return fail({ reason: 'Timeout', message: 'called off while waiting for its turn' });
    return result;
  }

  async #enter(signal: AbortSignal, guest?: Guest): Promise<Reading<Session>> {
    const { session } = this.#account;
    if (session !== null) return ok(session);
    const root = await this.#readRoot(signal, guest);
    return root.ok ? this.#account.enter(root.value.sessions, signal, guest) : root;
  }

  async #readRoot(signal: AbortSignal, guest?: Guest): Promise<Reading<Root>> {
    if (this.#root !== null) return ok(this.#root);
    if (isExposed(this.endpoint)) return fail({ reason: 'Tls', message: exposed(this.endpoint) });
    let outcome = await this.#read(rootPath, signal, this.#account.session);
    // The root is for everybody (DSP0266), but not every service knows that.
    if (outcome.kind === 'answer' && outcome.status === 401 && this.#account.session === null) {
      const session = await this.#account.enter(`${rootPath}SessionService/Sessions`, signal, guest);
      if (!session.ok) return session;
      outcome = await this.#read(rootPath, signal, session.value);
    }
    const reply = this.#interpret(rootPath, outcome);
    if (!reply.ok) return reply;
    if (reply.value.kind === 'absent') return fail({ reason: 'Unsupported', message: reply.value.message });
    this.#root = readRoot(reply.value.body, this.endpoint.origin);
    return ok(this.#root);
  }

  #interpret(path: string, outcome: HttpOutcome): Reply {
    return interpret(path, outcome, this.#limits.depthMax, this.conceal);
  }

  async #read(path: string, signal: AbortSignal, session: Session | null): Promise<HttpOutcome> {
    const headers = session === null ? {} : authorization(session);
    const request = { method: 'GET', path, headers, limits: this.#limits.read } as const;
    const first = await this.#wire(request, signal);
    // A kept connection may have died unnoticed; a new one tells that apart from a BMC that is in trouble.
    const broken = first.kind === 'failed' && first.reason === 'reset';
    const outcome = broken ? await this.#wire({ ...request, fresh: true }, signal) : first;
    if (session !== null && outcome.kind === 'answer' && outcome.status < 400) await this.#account.confirm(session);
    return outcome;
  }
}

const exposed = ({ origin }: Endpoint): string =>
  `${origin} is plain http, where a password could be read; say tls: { insecure: true } if that is meant`;
