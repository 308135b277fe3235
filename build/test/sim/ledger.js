import { parseTrailers } from "../../src/status/commit-message.js";
import { verbOf } from "../system/world/witness.js";
import { main, statusRef } from "./names.js";
import { readJson } from "./status-file.js";
export function openLedger(evidence) {
    const landed = [];
    for (const { at, ref, by, to, from } of evidence.moves) {
        if (ref !== statusRef || by === 'people' || to === null)
            continue;
        const object = evidence.objects.get(to);
        if (object?.kind !== 'commit')
            continue;
        const trailers = parseTrailers(object.body.message);
        landed.push({
            at,
            by,
            id: to,
            from,
            parents: object.body.parents,
            epoch: Number(trailers.get('Epoch')?.[0]),
            kind: trailers.get('Nanometal-Kind')?.[0] ?? '',
            accepted: trailers.get('Fleet-Commit')?.[0] ?? null,
            intents: intentsOf(evidence.objects, to),
        });
    }
    const heads = evidence.moves.filter(({ ref }) => ref === main).map(({ at, to }) => ({ at, head: to }));
    const isEffect = ({ entry }) => entry.class !== 'session' && (entry.status === null || entry.status < 400 || entry.effect !== null);
    const effects = evidence.received.filter(isEffect).map((received) => {
        const { method, path, body } = received.entry;
        const text = JSON.stringify(body) ?? '';
        const verb = verbOf(method, path, text);
        const force = verb === 'PowerOff' && text.includes('ForceOff');
        return { ...received, verb, force, intent: intentFor(landed, received, verb, force) };
    });
    const wishAt = (commit) => evidence.commits.get(commit ?? '')?.wish ?? null;
    return {
        evidence,
        landed,
        effects,
        heads,
        wishAt,
        descends(from, commit) {
            for (let id = commit; id !== null; id = evidence.commits.get(id)?.parent ?? null)
                if (id === from)
                    return true;
            return false;
        },
    };
}
/** Of an effect, the intent that stood at the Git host before it: the newest that fits machine and verb. */
function intentFor(landed, received, verb, force) {
    for (let index = landed.length - 1; index >= 0; index--) {
        const commit = landed[index];
        if (!commit || commit.at > received.at)
            continue;
        if (received.at - commit.at > 30 * 60_000)
            return null;
        const found = commit.intents.find((intent) => intent.verb === verb && intent.force === force && intent.serial === received.serial);
        if (found)
            return found;
    }
    return null;
}
const known = new WeakMap();
function intentsOf(objects, commit) {
    const cache = known.get(objects) ?? new Map();
    known.set(objects, cache);
    const object = objects.get(commit);
    const tree = object?.kind === 'commit' ? objects.get(object.body.tree) : undefined;
    const blob = tree?.kind === 'tree' ? (tree.items.find(({ name }) => name === 'plan.json')?.id ?? '') : '';
    const before = cache.get(blob);
    if (before)
        return before;
    const intents = read(readJson(objects, commit, 'plan.json'));
    cache.set(blob, intents);
    return intents;
}
function read(plan) {
    if (!isRecord(plan) || !Array.isArray(plan.intents))
        return [];
    return plan.intents.flatMap((item) => {
        if (!isRecord(item) || !isRecord(item.intent))
            return [];
        const { grant, request, commit, args, expect } = item.intent;
        if (!isRecord(args) || !isRecord(expect) || !isRecord(expect.identity))
            return [];
        return [
            {
                machine: String(item.machine),
                grant: String(grant),
                request: String(request),
                commit: String(commit),
                verb: String(args.verb),
                force: args.force === true,
                attributes: isRecord(args.attributes) ? args.attributes : {},
                ...(typeof args.target === 'string' ? { target: args.target } : {}),
                serial: String(expect.identity.serial),
            },
        ];
    });
}
export const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The manifest of what stands in a rack place, whatever its name and its board were at that time. */
export const machineIn = (wish, { station }) => wish?.machines.find((machine) => machine.station === station) ?? null;
/** Whether a commit asks for what an intent does to a machine. */
export function asks(machine, intent) {
    if (machine.management !== 'manage')
        return false;
    const [base = ''] = intent.request.split('#');
    if (base.endsWith(':power')) {
        return machine.power !== undefined && intent.verb === (machine.power === 'Off' ? 'PowerOff' : 'PowerOn');
    }
    if (base.endsWith(':bios')) {
        if (intent.verb === 'Reboot')
            return Object.keys(machine.bios).length > 0;
        return (intent.verb === 'SetBios' &&
            Object.entries(intent.attributes).every(([key, value]) => machine.bios[key] === value));
    }
    const operation = machine.operations.find(({ id }) => id === base);
    if (!operation)
        return false;
    if (intent.verb === 'SetBootOnce')
        return operation.boot !== undefined && operation.boot === intent.target;
    return operation.verb === intent.verb;
}
const disruptive = new Set(['PowerOff', 'Reboot', 'PowerCycle', 'ResetBmc']);
export const isDisruptive = (verb) => disruptive.has(verb);
/** What of a commit forbids it to act on this machine, whatever it asks for. */
export const forbids = (wish, machine, verb) => wish.paused === true || machine.parked === true || (machine.protected === true && isDisruptive(verb));
export const tell = ({ at, verb, station, entry, intent }, began) => `${((at - began) / 1000).toFixed(3)} s: ${verb} at station ${station + 1} (${entry.status}), ${intent ? `${intent.request} of ${intent.commit.slice(0, 8)}` : 'no intent'}`;
/** Heads that main had between two times. */
export function headsWithin({ heads }, from, to) {
    const before = heads.findLast(({ at }) => at <= from);
    return [...(before ? [before] : []), ...heads.filter(({ at }) => at > from && at <= to)].map(({ head }) => head);
}
//# sourceMappingURL=ledger.js.map