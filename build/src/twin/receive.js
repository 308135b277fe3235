import { never } from "../model/never.js";
import { refuse } from "./answer.js";
import { isReachable } from "./bmc.js";
import { classify, isMutation, logEntry } from "./effect.js";
import { drawFault } from "./faults.js";
import { throwGarbage } from "./garbage.js";
import { pathOf, serve } from "./serve.js";
import { leaveStranger, strangerAt } from "./stranger.js";
import { tick } from "./tick.js";
/** One request reaches the BMC. Never throws, whatever the request looks like. */
export function receive(bmc, request, now) {
    const path = pathOf(request.target);
    const mutation = isMutation(request.method);
    const passed = pass(tick(bmc, now), request, mutation && classify(path, request.body) !== 'session', now);
    const { answer, effect } = passed;
    const status = answer.kind === 'reply' ? answer.status : null;
    const line = { at: now, machine: passed.receiver, method: request.method, path };
    return { bmc: passed.bmc, answer, effects: mutation ? [logEntry(line, request.body, status, effect)] : [] };
}
function pass(bmc, request, mutating, now) {
    const receiver = bmc.spec.name;
    if (!isReachable(bmc, now))
        return { bmc, answer: { kind: 'reset' }, effect: null, receiver };
    const { rule, dice } = drawFault(bmc.faults, bmc.dice, mutating, now);
    const next = dice === bmc.dice ? bmc : { ...bmc, dice };
    if (rule !== null)
        return passFaulty(next, rule, request, mutating, now);
    const { reply, ...change } = serve(next, request, now);
    return { bmc: change.bmc, answer: reply, effect: change.effect, receiver };
}
function passFaulty(bmc, rule, request, mutating, now) {
    const receiver = bmc.spec.name;
    const lose = (answer) => {
        if (rule.when === 'before')
            return { bmc, answer, effect: null, receiver };
        const change = serve(bmc, request, now);
        return { bmc: change.bmc, answer, effect: change.effect, receiver };
    };
    switch (rule.fault) {
        case 'hang':
            return lose({ kind: 'hang' });
        case 'reset':
            return lose({ kind: 'reset' });
        case 'unavailable':
            return lose(refuse(503, [['ServiceTemporarilyUnavailable', '5']], { 'retry-after': '5' }));
        case 'garbage': {
            const thrown = throwGarbage(bmc.dice);
            const passed = lose(thrown.answer);
            return { ...passed, bmc: passed.bmc.dice === bmc.dice ? { ...passed.bmc, dice: thrown.dice } : passed.bmc };
        }
        case 'nothing': {
            const change = serve(bmc, request, now);
            const lied = mutating && change.reply.status < 300;
            return { bmc: lied ? bmc : change.bmc, answer: change.reply, effect: lied ? null : change.effect, receiver };
        }
        case 'wrong-machine': {
            const stranger = pass({ ...tick(strangerAt(bmc), now), faults: [] }, request, mutating, now);
            return { ...stranger, bmc: leaveStranger(bmc, stranger.bmc) };
        }
        default:
            return never(rule.fault);
    }
}
//# sourceMappingURL=receive.js.map