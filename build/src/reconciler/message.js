import { digestOf } from "../diff/digest.js";
import { sentence } from "../diff/render.js";
import { enumerate, grantTrailer } from "../status/commit-message.js";
import { countsOf } from "../status/files.js";
/** Before anything is sent. Ends that no commit has told yet go along. */
export const intentMessage = (plan, untold) => ({
    kind: 'intent',
    subject: gather(plan.actions.map((action) => [words(action.args), action.machine])),
    trailers: [
        ...planTrailer(plan),
        ...untold.map(outcomeTrailer),
        ...plan.actions.map((a) => grantTrailer({ grant: a.grant, verb: a.args.verb, machine: a.machine })),
    ],
});
export const outcomeMessage = (plan, untold) => ({
    kind: 'outcome',
    subject: gather(untold.map(({ machine, open, outcome }) => [`${words(open.args)} ${outcome.kind}:`, machine])),
    trailers: [...planTrailer(plan), ...untold.map(outcomeTrailer)],
});
/** "12 machines, 12 reachable, 12 as declared". */
export function observationMessage(plan, status) {
    const { machines, reachable, asDeclared, holds } = countsOf(status);
    const held = holds ? `, ${holds} held` : '';
    const rejected = status.rejected ? `, head not accepted (${status.rejected.reason.toLowerCase()})` : '';
    const subject = `${machines} machines, ${reachable} reachable, ${asDeclared} as declared${held}${rejected}`;
    return { kind: 'observation', subject, trailers: planTrailer(plan) };
}
const planTrailer = (plan) => (plan ? [['Plan', digestOf(plan)]] : []);
const outcomeTrailer = ({ machine, open, outcome }) => [
    'Outcome',
    `${open.grant} ${outcome.kind} ${open.args.verb} ${machine}`,
];
/** "shut down ams1-r01-u01; reboot ams1-r01-u02, ams1-r01-u03". */
function gather(parts) {
    const byWords = new Map();
    for (const [text, name] of parts)
        byWords.set(text, [...(byWords.get(text) ?? []), name]);
    return [...byWords].map(([text, names]) => `${text} ${enumerate(names)}`).join('; ');
}
/** The attribute names of a BIOS write are for the plan; a subject has little room. */
const words = (args) => (args.verb === 'SetBios' ? 'set BIOS of' : sentence(args));
//# sourceMappingURL=message.js.map