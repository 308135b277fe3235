import { never } from "../model/never.js";
import { isReachable } from "../twin/bmc.js";
import { receive } from "../twin/receive.js";
import { tick } from "../twin/tick.js";
const failed = (sent, reason, message) => ({
    kind: 'failed',
    sent,
    reason,
    message,
});
/**
 * The `http` port of one process, with the twins at the other end. A request that has left arrives, whatever becomes of
 * the process that sent it.
 */
export function openHttp(network, kernel, life, fates) {
    return {
        request(request, signal) {
            if (life.isDead)
                return new Promise(() => { });
            network.asked(request);
            const fate = fates({
                port: 'http',
                method: request.method,
                about: request.url,
                content: request.body ?? '',
                writes: request.method !== 'GET' && request.method !== 'HEAD',
            });
            if (fate.dies === 'before') {
                life.kill();
                return new Promise(() => { });
            }
            return exchange(network, kernel, life, request, fate, signal);
        },
    };
}
function exchange(network, kernel, life, request, fate, signal) {
    const url = new URL(request.url);
    const { connectMs, idleMs, totalMs, bodyBytesMax } = request.limits;
    return new Promise((resolve) => {
        let over = false;
        let left = false;
        const end = (outcome) => {
            if (over)
                return;
            over = true;
            callOff();
            signal?.removeEventListener('abort', abort);
            life.answer(() => resolve(outcome));
        };
        const abort = () => end(failed(left ? 'maybe' : 'no', 'aborted', 'called off'));
        const patience = Math.min(idleMs, totalMs);
        const callOff = kernel.after(patience, () => end(failed('maybe', 'timeout', `no answer within ${patience} ms`)));
        if (signal?.aborted)
            return abort();
        signal?.addEventListener('abort', abort, { once: true });
        const station = network.stations.get(url.origin);
        if (!station || fate.trouble === 'refused' || !isReachable(station.bmc, kernel.wall)) {
            kernel.after(station ? fate.thereMs : connectMs, () => end(failed('no', 'refused', 'nobody listens there')));
            return;
        }
        if (url.protocol === 'https:' && request.tls?.pin !== undefined && request.tls.pin !== keyOf(station, kernel)) {
            const outcome = failed('no', 'tls', 'the peer shows another key than the pinned one');
            kernel.after(fate.thereMs, () => end({ ...outcome, peerKey: keyOf(station, kernel) }));
            return;
        }
        left = true;
        kernel.after(fate.thereMs, () => {
            if (fate.trouble === 'unheard')
                return;
            const answer = arrive(network, station, request, kernel);
            if (fate.dies === 'after')
                life.kill();
            if (fate.trouble === 'unanswered')
                return;
            kernel.after(fate.backMs, () => {
                const outcome = outcomeOf(answer, bodyBytesMax);
                if (outcome)
                    end(outcome);
            });
        });
    });
}
function arrive(network, station, request, kernel) {
    const url = new URL(request.url);
    const target = { method: request.method, target: url.pathname + url.search, headers: request.headers };
    const received = receive(station.bmc, { ...target, body: request.body ?? '' }, kernel.wall);
    station.bmc = received.bmc;
    for (const entry of received.effects)
        network.received(station, entry);
    return received.answer;
}
/** Another machine at the address has another key. */
function keyOf(station, kernel) {
    const now = kernel.wall;
    const isAway = tick(station.bmc, now).faults.some(({ fault, from, until }) => fault === 'wrong-machine' && now >= from && (until === undefined || now < until));
    return isAway ? [...station.key].reverse().join('') : station.key;
}
/** Null: nothing is ever heard. */
function outcomeOf(answer, bodyBytesMax) {
    switch (answer.kind) {
        case 'reply': {
            const body = new TextEncoder().encode(answer.body);
            if (body.length > bodyBytesMax)
                return failed('maybe', 'too-large', 'the answer is too large');
            return { kind: 'answer', status: answer.status, headers: answer.headers, body };
        }
        case 'hang':
            return null;
        case 'reset':
            return failed('maybe', 'reset', 'the connection was reset');
        case 'noise':
            return failed('maybe', 'garbage', 'the answer is not HTTP');
        default:
            return never(answer);
    }
}
//# sourceMappingURL=http.js.map