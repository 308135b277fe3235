import { refuse, replyJson } from "./answer.js";
import { rollHex } from "./dice.js";
import { unchanged } from "./route.js";
/** As small as on real BMCs: a client that forgets to log out meets it soon. */
export const sessionsMax = 16;
export const sessionsPath = '/redfish/v1/SessionService/Sessions';
/** The BMC with the session's clock wound up, or `null` for a request that proves nothing. */
export function authenticate(bmc, headers, now) {
    const token = headers['x-auth-token'];
    if (token !== undefined) {
        const session = bmc.sessions.find((one) => one.token === token);
        if (session === undefined)
            return null;
        return { ...bmc, sessions: bmc.sessions.map((one) => (one === session ? { ...one, usedAt: now } : one)) };
    }
    const basic = /^basic ([a-z0-9+/=]+)$/i.exec(headers.authorization ?? '')?.[1];
    const { username, password } = bmc.spec.account;
    return basic !== undefined && decodeBase64(basic) === `${username}:${password}` ? bmc : null;
}
function decodeBase64(text) {
    try {
        return atob(text);
    }
    catch {
        return null;
    }
}
export function openSession(bmc, body, now) {
    for (const name of ['UserName', 'Password']) {
        if (typeof body[name] !== 'string') {
            return unchanged(bmc, refuse(400, [['CreateFailedMissingReqProperties', name]]));
        }
    }
    const { username, password } = bmc.spec.account;
    if (body.UserName !== username || body.Password !== password)
        return unchanged(bmc, refuse(401, [['NoValidSession']]));
    if (bmc.sessions.length >= sessionsMax)
        return unchanged(bmc, refuse(503, [['SessionLimitExceeded']]));
    const thrown = rollHex(bmc.dice, 32);
    const session = {
        id: String(bmc.nextId),
        token: thrown.hex,
        username,
        createdAt: now,
        usedAt: now,
    };
    return {
        bmc: { ...bmc, dice: thrown.dice, nextId: bmc.nextId + 1, sessions: [...bmc.sessions, session] },
        reply: replyJson(201, showSession(session), {
            location: `${sessionsPath}/${session.id}`,
            'x-auth-token': session.token,
        }),
        effect: null,
    };
}
/** Never with its token. */
export const showSession = (session) => ({
    '@odata.id': `${sessionsPath}/${session.id}`,
    '@odata.type': '#Session.v1_6_0.Session',
    Id: session.id,
    Name: 'User session',
    UserName: session.username,
    CreatedTime: new Date(session.createdAt).toISOString(),
});
//# sourceMappingURL=session.js.map