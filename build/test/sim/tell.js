import { lineOf } from "../../src/adapters/events/line.js";
import { statusRef } from "./names.js";
/** What happened in a run, line by line in the order of time, for whoever has to find out why. */
export function tellRun(evidence) {
    const { began, objects } = evidence;
    const lines = [];
    const say = (at, text) => void lines.push({ at, text });
    for (const act of evidence.scenario.acts) {
        const { at, kind, ...rest } = act;
        say(began + at, `ACT ${kind} ${JSON.stringify(rest)}`);
    }
    for (const { at, station, entry } of evidence.received) {
        if (entry.class === 'session' && entry.status !== 401)
            continue;
        const body = JSON.stringify(entry.body);
        say(at, `BMC ${station + 1} ${entry.machine} ${entry.method} ${entry.path.split('/').slice(-2).join('/')} ${body} → ${entry.status} ${JSON.stringify(entry.effect)}`);
    }
    for (const { at, ref, to, by } of evidence.moves) {
        const object = objects.get(to ?? '');
        const message = object?.kind === 'commit'
            ? object.body.message
                .split('\n')
                .filter((line) => !/^$|Plan:|Fleet-Commit/.test(line))
                .join(' | ')
            : '';
        if (ref === statusRef || by === 'people')
            say(at, `GIT ${by} ${ref.split('/').slice(1).join('/')} → ${to?.slice(0, 12) ?? 'nothing'} ${message}`);
    }
    for (const { at, host, event } of evidence.events) {
        if (['planned', 'passed', 'published', 'standby', 'looked'].includes(event.kind))
            continue;
        say(at, `${host} ${event.kind}: ${lineOf(event).text}`);
    }
    for (const { at, host, reboots } of evidence.deaths)
        say(at, `DEATH ${host}${reboots ? ', and its kernel' : ''}`);
    for (const { at, host, why } of evidence.ends)
        say(at, `END ${host}: ${why}`);
    say(evidence.healedAt, 'HEALED');
    if (evidence.settledAt !== null)
        say(evidence.settledAt, 'AT REST');
    return lines
        .sort((a, b) => a.at - b.at)
        .map(({ at, text }) => `${((at - began) / 1000).toFixed(3).padStart(10)} ${text}`);
}
//# sourceMappingURL=tell.js.map