import { reply } from "../answer.js";
import { unchanged } from "../route.js";
import { openSession, sessionsPath, showSession } from "../session.js";
import { healthy, link, showCollection } from "./collection.js";
import { root } from "./paths.js";
export const sessionRoutes = [
    {
        pattern: `${root}/SessionService`,
        get: (bmc) => ({
            '@odata.id': `${root}/SessionService`,
            '@odata.type': '#SessionService.v1_1_8.SessionService',
            Id: 'SessionService',
            Name: 'Session service',
            Status: healthy,
            ServiceEnabled: true,
            SessionTimeout: bmc.spec.timings.sessionMs / 1_000,
            Sessions: link(sessionsPath),
        }),
    },
    {
        pattern: sessionsPath,
        openPost: true,
        get: (bmc) => showCollection(sessionsPath, 'Session', bmc.sessions.map((session) => session.id)),
        post: openSession,
    },
    // DSP0266 lets a client post to the members of the collection as well.
    { pattern: `${sessionsPath}/Members`, openPost: true, post: openSession },
    {
        pattern: `${sessionsPath}/{id}`,
        get: (bmc, { id }) => {
            const session = bmc.sessions.find((one) => one.id === id);
            return session === undefined ? null : showSession(session);
        },
        delete: (bmc, { id }) => unchanged({ ...bmc, sessions: bmc.sessions.filter((session) => session.id !== id) }, reply(204)),
    },
];
//# sourceMappingURL=sessions.js.map