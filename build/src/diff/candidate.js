import { stepOf } from "../model/memory.js";
import { never } from "../model/never.js";
import { impactOf, isDisruptive } from "../model/verb.js";
import { isStarted } from "./budget.js";
import { grantOf } from "./digest.js";
import { whyNotNow, whyNotSure, whyNotThis } from "./safety.js";
import { standingOf } from "./steps.js";
import { disrupts } from "./take-in.js";
/** The one next thing for this machine; and what its other requests wait for. */
export function firstOf(machine, known, input, overreach) {
    const pending = Object.entries(known.requests).filter(([, request]) => request.state === 'pending');
    const holds = [];
    if (pending.length === 0 || known.open)
        return { candidate: null, holds };
    const seen = input.inventory.get(machine.name);
    const candidates = [];
    const stop = whyNotNow(input.fleet, machine, input.operatorHolds, input.now.wall) ?? whyNotSure(machine, seen, input.now.ticks);
    for (const [id, request] of pending) {
        const hold = (held, verb = request.verb) => {
            holds.push({ kind: 'hold', machine: machine.name, rack: machine.rack, verb, request: id, ...held });
        };
        const facts = seen?.last?.facts;
        if (stop || !facts) {
            hold(stop ?? { reason: 'Stale', message: 'not seen yet', settling: true });
            continue;
        }
        const standing = standingOf(machine, known, id, facts);
        const held = whyNotStep(machine, request, standing, seen, facts, input, overreach);
        if (held)
            hold(held, standing.kind === 'next' ? standing.args.verb : request.verb);
        else if (standing.kind === 'next')
            candidates.push(candidateOf(machine, id, request, standing, facts, input));
    }
    candidates.sort(byUrgency);
    return { candidate: candidates[0] ?? null, holds };
}
function whyNotStep(machine, request, standing, seen, facts, input, overreach) {
    switch (standing.kind) {
        case 'satisfied':
        case 'failed':
            return null;
        case 'waits':
            return standing.reason === 'WaitingForPower'
                ? { reason: standing.reason, message: standing.message }
                : { reason: standing.reason, message: standing.message, settling: true };
        case 'unsupported':
            return { reason: 'Unsupported', message: standing.message };
        case 'next': {
            const { verb } = standing.args;
            if (!input.verbs.get(machine.bmc.driver)?.includes(verb)) {
                return { reason: 'Unsupported', message: `driver ${machine.bmc.driver} does not know ${verb}` };
            }
            const taskOpenMs = seen?.taskSince === undefined ? 0 : input.now.ticks - seen.taskSince;
            const held = whyNotThis(input.fleet, machine, standing.args, facts, taskOpenMs, strideOf(request, verb), input.now.wall);
            if (held)
                return held;
            const count = overreach.get(request.commit);
            if (count === undefined || !disrupts(request) || isStarted(request))
                return null;
            const message = `commit ${request.commit.slice(0, 12)} asks for ${count} disruptive actions, policy.maxPerCommit is ${input.fleet.policy.maxPerCommit}; raise it or ask in smaller commits`;
            return { reason: 'BlastRadius', message };
        }
        default:
            return never(standing);
    }
}
function candidateOf(machine, id, request, standing, facts, input) {
    const { args, because, later } = standing;
    const { lastReset, bmcLastReset, power } = facts;
    const action = {
        kind: 'action',
        machine: machine.name,
        rack: machine.rack,
        request: id,
        args,
        grant: grantOf(input.fleet.facility, machine.name, args, id, request.lost?.[stepOf(args)] ?? 0),
        spec: request.spec,
        commit: request.commit,
        expect: {
            identity: machine.identity,
            power,
            ...(lastReset === undefined ? {} : { lastReset }),
            ...(bmcLastReset === undefined ? {} : { bmcLastReset }),
        },
        because,
        patienceMs: patienceOf(args, input.fleet),
    };
    return { action, stride: strideOf(request, args.verb), later };
}
function strideOf(request, verb) {
    const started = isStarted(request);
    return { started, disruptive: isDisruptive(verb) || (!started && disrupts(request)) };
}
/** How long evidence may take: POST of a server with much memory takes many minutes, a BMC restarts in about five. */
function patienceOf(args, fleet) {
    switch (args.verb) {
        case 'PowerOff':
            return args.force ? 2 * 60_000 : fleet.policy.gracefulShutdownMs;
        case 'PowerOn':
            return 3 * 60_000;
        case 'Reboot':
        case 'PowerCycle':
            return 15 * 60_000;
        case 'ResetBmc':
            return 10 * 60_000;
        case 'Identify':
        case 'SetBootOnce':
        case 'SetBios':
        case 'ClearTasks':
            return 2 * 60_000;
        default:
            return never(args);
    }
}
/** What was begun goes on first; then what only writes, so that one reboot serves all; then power, then the rest. */
function byUrgency(a, b) {
    const rank = ({ stride, action }) => {
        if (stride.started)
            return 0;
        if (action.args.verb === 'SetBios')
            return 1;
        return impactOf[action.args.verb] === 'none' ? 2 : 3;
    };
    return rank(a) - rank(b) || (a.action.request < b.action.request ? -1 : 1);
}
//# sourceMappingURL=candidate.js.map