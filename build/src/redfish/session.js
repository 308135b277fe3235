import { Secret } from "../model/secret.js";
import { text } from "./fields.js";
import { parseResource } from "./json.js";
import { readRefusal } from "./refusal.js";
import { missedBy } from "./reply.js";
import { within } from "./uri.js";
/** By their names in the message registries of DMTF, Dell, HPE and Lenovo. */
const sessionTableFull = /^(?:SessionLimitExceeded|RAC0218|MaxSessions\w*|NoAvailableSessions?|\w*SessionsExceeded)$/;
const accountRefused = /^(?:UnauthorizedLoginAttempt|InvalidCredentials?|AuthenticationFail\w*|LoginFailed|NoValidSession)$/;
/**
 * Opens a session (DSP0266, session login). Where sessions are not offered, or their table is full, every request will
 * carry the name and password instead (RFC 7617).
 */
export async function logIn(door, credentials, signal) {
    const { username, password } = credentials;
    const { wire, origin, path, limits, conceal } = door;
    const body = { UserName: username, Password: password.reveal() };
    const outcome = await wire({ method: 'POST', path, body, limits }, signal);
    if (outcome.kind === 'failed')
        return { kind: 'missed', ...missedBy(outcome) };
    const { status, headers } = outcome;
    const basic = { kind: 'in', session: { kind: 'basic', credentials } };
    if (status < 300) {
        const token = headers['x-auth-token'];
        if (token === undefined || token === '')
            return basic;
        const path = sessionPath(origin, headers.location, outcome.body);
        return {
            kind: 'in',
            session: { kind: 'token', token: new Secret(token), ...(path === undefined ? {} : { path }) },
        };
    }
    const refusal = readRefusal(status, outcome.body, conceal);
    if (refusal.messageIds.some((id) => sessionTableFull.test(id)))
        return basic;
    const named = refusal.messageIds.some((id) => accountRefused.test(id));
    // Some want the name and password in the header here too: one more try shows whether it was that.
    if (status === 401 && !named && /\bbasic\b/i.test(headers['www-authenticate'] ?? ''))
        return basic;
    if (status === 401 || status === 403 || named) {
        return { kind: 'refused', message: `the login of ${username} was refused: ${refusal.message}` };
    }
    if (status === 408 || status === 429 || (status >= 500 && status !== 501)) {
        return { kind: 'missed', reason: 'Busy', message: `the login was put off with ${status}: ${refusal.message}` };
    }
    return basic;
}
function sessionPath(origin, location, body) {
    if (location !== undefined)
        return within(origin, location);
    const parsed = parseResource(body, 16);
    const own = parsed.ok ? text(parsed.value, '@odata.id') : undefined;
    return own === undefined ? undefined : within(origin, own);
}
export function authorization(session) {
    if (session.kind === 'token')
        return { 'x-auth-token': session.token.reveal() };
    return { authorization: `Basic ${basicToken(session.credentials)}` };
}
function basicToken({ username, password }) {
    const bytes = new TextEncoder().encode(`${username}:${password.reveal()}`);
    return btoa(String.fromCharCode(...bytes));
}
/** What must not appear in anything that leaves this process, besides requests. */
export function secretsOf(session) {
    if (session.kind === 'token')
        return [session.token.reveal()];
    return [session.credentials.password.reveal(), basicToken(session.credentials)];
}
//# sourceMappingURL=session.js.map