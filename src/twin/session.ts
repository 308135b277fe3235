import type { Instant } from '../model/names.ts';
import { admit } from './accounts.ts';
import { refuse, replyJson } from './answer.ts';
import type { Bmc, Session } from './bmc.ts';
import { rollHex } from './dice.ts';
import type { JsonObject } from './json.ts';
import { type Change, unchanged } from './route.ts';

/** As small as on real BMCs: a client that forgets to log out meets it soon. */
export const sessionsMax = 16;
export const sessionsPath = '/redfish/v1/SessionService/Sessions';

/** The BMC with the session's clock wound up, or with a failed try more; `known` is false for who proves nothing. */
export function authenticate(
  bmc: Bmc,
  headers: Readonly<Record<string, string>>,
  now: Instant,
): { readonly bmc: Bmc; readonly known: boolean } {
  const token = headers['x-auth-token'];
  if (token !== undefined) {
    const session = bmc.sessions.find((one) => one.token === token);
    if (session === undefined) return { bmc, known: false };
    const sessions = bmc.sessions.map((one) => (one === session ? { ...one, usedAt: now } : one));
    return { bmc: { ...bmc, sessions }, known: true };
  }
  const basic = /^basic ([a-z0-9+/=]+)$/i.exec(headers.authorization ?? '')?.[1];
  const [, username, password] = /^([^:]*):(.*)$/s.exec(decodeBase64(basic ?? '') ?? '') ?? [];
  if (username === undefined || password === undefined) return { bmc, known: false };
  const tried = admit(bmc, username, password, now);
  return { bmc: tried.bmc, known: tried.admitted };
}

function decodeBase64(text: string): string | null {
  try {
    return atob(text);
  } catch {
    return null;
  }
}

export function openSession(bmc: Bmc, body: JsonObject, now: Instant): Change {
  for (const name of ['UserName', 'Password']) {
    if (typeof body[name] !== 'string') {
      return unchanged(bmc, refuse(400, [['CreateFailedMissingReqProperties', name]]));
    }
  }
  const username = String(body.UserName);
  const tried = admit(bmc, username, String(body.Password), now);
  if (!tried.admitted) return unchanged(tried.bmc, refuse(401, [['NoValidSession']]));
  if (bmc.sessions.length >= sessionsMax) return unchanged(bmc, refuse(503, [['SessionLimitExceeded']]));
  const thrown = rollHex(bmc.dice, 32);
  const session: Session = {
    id: String(bmc.nextId),
    token: thrown.hex,
    username,
    createdAt: now,
    usedAt: now,
  };
  return {
    bmc: { ...tried.bmc, dice: thrown.dice, nextId: bmc.nextId + 1, sessions: [...bmc.sessions, session] },
    reply: replyJson(201, showSession(session), {
      location: `${sessionsPath}/${session.id}`,
      'x-auth-token': session.token,
    }),
    effect: null,
  };
}

/** Never with its token. */
export const showSession = (session: Session): JsonObject => ({
  '@odata.id': `${sessionsPath}/${session.id}`,
  '@odata.type': '#Session.v1_6_0.Session',
  Id: session.id,
  Name: 'User session',
  UserName: session.username,
  CreatedTime: new Date(session.createdAt).toISOString(),
});
