import { Secret } from '../model/secret.ts';
import type { HttpLimits } from '../ports/http.ts';
import type { Credentials } from '../ports/secrets.ts';
import { text } from './fields.ts';
import { parseResource } from './json.ts';
import { type Conceal, hintsAtLockOut, readRefusal, wantsNewPassword } from './refusal.ts';
import { type Missed, missedBy } from './reply.ts';
import { within } from './uri.ts';
import type { Wire } from './wire.ts';

/** How requests show who sends them. */
export type Session =
  /** `path`: the session's own resource, unless the service did not name it. */
  | { readonly kind: 'token'; readonly token: Secret; readonly path?: string }
  | { readonly kind: 'basic'; readonly credentials: Credentials };

export type Login =
  | { readonly kind: 'in'; readonly session: Session }
  /** These credentials: no. Another try might lock the account. */
  | { readonly kind: 'refused'; readonly message: string; readonly hint?: Missed['hint'] }
  /** `shown`: the password may have arrived, and have been refused, without our hearing of it. */
  | ({ readonly kind: 'missed'; readonly shown: boolean } & Missed);

/** Where and how a session is asked for. */
export interface Door {
  readonly wire: Wire;
  readonly origin: string;
  /** Of the collection of sessions. */
  readonly path: string;
  readonly limits: HttpLimits;
  readonly conceal: Conceal;
  /** Accounts that are only guessed at: a password that was refused is not shown a second time in another form. */
  readonly once?: boolean;
}

/** By their names in the message registries of DMTF, Dell, HPE and Lenovo. */
const sessionTableFull = /^(?:SessionLimitExceeded|RAC0218|MaxSessions\w*|NoAvailableSessions?|\w*SessionsExceeded)$/;
const accountRefused =
  /^(?:UnauthorizedLoginAttempt|InvalidCredentials?|AuthenticationFail\w*|LoginFailed|NoValidSession)$/;

/**
 * Opens a session (DSP0266, session login). Where sessions are not offered, or their table is full, every request will
 * carry the name and password instead (RFC 7617).
 */
export async function logIn(door: Door, credentials: Credentials, signal: AbortSignal): Promise<Login> {
  const { username, password } = credentials;
  const { wire, origin, path, limits, conceal, once } = door;
  const body = { UserName: username, Password: password.reveal() };
  const outcome = await wire({ method: 'POST', path, body, limits }, signal);
  if (outcome.kind === 'failed') return { kind: 'missed', shown: outcome.sent === 'maybe', ...missedBy(outcome) };
  const { status, headers } = outcome;
  const basic: Login = { kind: 'in', session: { kind: 'basic', credentials } };
  if (status < 300) {
    const token = headers['x-auth-token'];
    if (token === undefined || token === '') return basic;
    const path = sessionPath(origin, headers.location, outcome.body);
    return {
      kind: 'in',
      session: { kind: 'token', token: new Secret(token), ...(path === undefined ? {} : { path }) },
    };
  }
  const refusal = readRefusal(status, outcome.body, conceal);
  if (refusal.messageIds.some((id) => sessionTableFull.test(id))) return basic;
  const named = refusal.messageIds.some((id) => accountRefused.test(id));
  // Some want the name and password in the header here too: one more try shows whether it was that.
  if (status === 401 && !named && !once && /\bbasic\b/i.test(headers['www-authenticate'] ?? '')) return basic;
  if (status === 401 || status === 403 || named) {
    const message = `the login of ${username} was refused: ${refusal.message}`;
    if (wantsNewPassword(refusal)) return { kind: 'refused', message, hint: 'password-change' };
    return { kind: 'refused', message, ...(hintsAtLockOut(refusal) ? { hint: 'lock-out' } : {}) };
  }
  if (status === 408 || status === 429 || (status >= 500 && status !== 501)) {
    const message = `the login was put off with ${status}: ${refusal.message}`;
    return { kind: 'missed', shown: false, reason: 'Busy', message };
  }
  return basic;
}

function sessionPath(origin: string, location: string | undefined, body: Uint8Array): string | undefined {
  if (location !== undefined) return within(origin, location);
  const parsed = parseResource(body, 16);
  const own = parsed.ok ? text(parsed.value, '@odata.id') : undefined;
  return own === undefined ? undefined : within(origin, own);
}

export function authorization(session: Session): Readonly<Record<string, string>> {
  if (session.kind === 'token') return { 'x-auth-token': session.token.reveal() };
  return { authorization: `Basic ${basicToken(session.credentials)}` };
}

function basicToken({ username, password }: Credentials): string {
  const bytes = new TextEncoder().encode(`${username}:${password.reveal()}`);
  return btoa(String.fromCharCode(...bytes));
}

/** What must not appear in anything that leaves this process, besides requests. */
export function secretsOf(session: Session): readonly string[] {
  if (session.kind === 'token') return [session.token.reveal()];
  return [session.credentials.password.reveal(), basicToken(session.credentials)];
}
