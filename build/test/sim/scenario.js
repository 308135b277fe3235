import { createDealer } from "../../src/twin/dice.js";
import { brokenWays } from "./people.js";
const minute = 60_000;
/** What exists in the world of one seed, and how often; most seeds have few kinds of trouble, so that each is met alone too. */
export function drawScenario(seed) {
    const dealer = createDealer(seed);
    const machines = 1 + dealer.below(4);
    const hosts = dealer.below(3) === 0 ? 2 : 1;
    const healAt = (15 + dealer.below(30)) * minute;
    const acts = [];
    const times = (most) => dealer.below(most + 1);
    const at = () => minute + dealer.below(healAt - 2 * minute);
    // Most trouble comes while something is done about a commit: that is where it hurts.
    const near = () => {
        const commits = acts.filter(({ kind }) => kind === 'commit');
        const one = commits[dealer.below(commits.length)];
        return one && dealer.below(4) > 0 ? Math.max(minute, one.at - 5_000 + dealer.below(15_000)) : at();
    };
    const add = (many, draw) => {
        for (let i = 0; i < many; i++)
            acts.push(draw());
    };
    const isOn = (oneIn) => dealer.below(oneIn) === 0;
    const station = () => dealer.below(machines);
    const host = () => dealer.below(hosts);
    const down = () => 1_000 + dealer.below(isOn(4) ? 15 * minute : 30_000);
    const ids = createIds();
    add(3 + times(9), () => ({ at: at(), kind: 'commit', change: drawChange(dealer, machines, ids) }));
    if (isOn(8))
        add(1, () => ({ at: at(), kind: 'main', how: pick(dealer, ['rewind', 'orphan', 'delete']) }));
    if (isOn(8))
        add(1, () => ({ at: at(), kind: 'main', how: 'restore' }));
    if (isOn(6))
        add(1 + times(1), () => ({ at: near(), kind: 'status', how: pick(dealer, ['delete', 'rewind', 'foreign']) }));
    if (isOn(12))
        add(1, () => ({ at: near(), kind: 'lease', how: pick(dealer, ['delete', 'garbage']) }));
    if (isOn(2)) {
        add(1 + times(4), () => ({
            at: near(),
            kind: 'crash',
            host: host(),
            calls: dealer.below(isOn(2) ? 8 : 30),
            atReads: isOn(4),
            ...(isOn(2) ? { only: pick(dealer, ['http', 'http', 'repo', 'disk']) } : {}),
            ...(isOn(4) ? { again: dealer.below(6) } : {}),
            when: pick(dealer, ['before', 'after']),
            reboots: isOn(3),
            downMs: down(),
        }));
    }
    if (isOn(5))
        add(1 + times(1), () => ({
            at: near(),
            kind: 'pause',
            host: host(),
            forMs: dealer.below(isOn(2) ? 20 * minute : minute),
        }));
    if (isOn(6))
        add(1 + times(1), () => ({
            at: near(),
            kind: 'jump',
            host: host(),
            byMs: (dealer.below(2) * 2 - 1) * dealer.below(isOn(2) ? 400 * minute : minute),
        }));
    if (isOn(4)) {
        const slow = { kind: 'slow', port: pick(dealer, ['disk', 'disk', 'repo', 'http']) };
        const from = near();
        acts.push({
            ...slow,
            at: from,
            byMs: 100 + dealer.below(isOn(3) ? 25_000 : 3_000),
            forMs: dealer.below(20 * minute),
        });
        // What takes long is where a process dies in the middle.
        if (isOn(2)) {
            const when = pick(dealer, ['before', 'after', 'after']);
            acts.push({
                at: from,
                kind: 'crash',
                host: host(),
                calls: dealer.below(3),
                when,
                reboots: isOn(3),
                downMs: down(),
                only: 'http',
            });
        }
    }
    if (isOn(10))
        add(1, () => ({ at: near(), kind: 'hold', host: host(), what: 'all', forMs: dealer.below(20 * minute) }));
    if (isOn(10))
        add(1, () => ({ at: near(), kind: 'wipe-host', host: host(), downMs: down() }));
    if (isOn(12))
        add(1, () => ({ at: near(), kind: 'amnesia', downMs: down() }));
    if (isOn(3)) {
        add(1 + times(2), () => ({
            at: near(),
            kind: 'port',
            port: pick(dealer, ['repo', 'http', 'http', 'repo', 'disk']),
            trouble: pick(dealer, ['unheard', 'unanswered', 'refused']),
            odds: pick(dealer, [0.05, 0.3, 1]),
            onlyWrites: isOn(2),
            forMs: dealer.below(isOn(3) ? 20 * minute : 2 * minute),
        }));
    }
    if (isOn(2)) {
        add(1 + times(3), () => ({
            at: near(),
            kind: 'bmc',
            station: station(),
            rule: drawRule(dealer),
            forMs: dealer.below(isOn(3) ? 30 * minute : 3 * minute),
        }));
    }
    if (isOn(5))
        add(1 + times(2), () => ({ at: near(), kind: 'button', station: station(), power: pick(dealer, ['On', 'Off']) }));
    if (isOn(6))
        add(1 + times(1), () => ({ at: near(), kind: 'task', station: station(), forMs: dealer.below(10 * minute) }));
    if (isOn(8)) {
        const one = station();
        const first = at();
        acts.push({ at: first, kind: 'board', station: one });
        if (isOn(2))
            acts.push({ at: first + dealer.below(10 * minute), kind: 'commit', change: { kind: 'enrol', station: one } });
    }
    if (isOn(10)) {
        add(1, () => ({
            at: near(),
            kind: 'rollback',
            host: host(),
            agoMs: dealer.below(isOn(2) ? 10_000 : 5 * minute),
            downMs: down(),
        }));
    }
    if (isOn(12))
        add(1, () => ({ at: near(), kind: 'password', forMs: dealer.below(20 * minute) }));
    return {
        seed,
        machines,
        hosts,
        policy: {
            maxConcurrent: 1 + dealer.below(3),
            maxPerCommit: pick(dealer, [1, 2, 10]),
            drift: pick(dealer, ['hold', 'hold', 'correct']),
        },
        tls: isOn(2),
        postMs: pick(dealer, [4_000, 30_000, 90_000]),
        unnoticed: pick(dealer, [0, 20, 100]),
        acts: acts.filter((act) => act.at < healAt).sort((a, b) => a.at - b.at),
        healAt,
    };
}
const pick = (dealer, from) => from[dealer.below(from.length)] ?? from[0];
/** Ids of operations: mostly new, now and then one that was used before. */
function createIds() {
    let count = 0;
    return (dealer) => {
        if (count > 0 && dealer.below(6) === 0)
            return `op-${1 + dealer.below(count)}`;
        count += 1;
        return `op-${count}`;
    };
}
function drawChange(dealer, machines, ids) {
    const station = dealer.below(machines);
    // Half of what people do asks for something that acts.
    if (dealer.below(2) === 0) {
        switch (dealer.below(3)) {
            case 0:
                return { kind: 'power', station, to: pick(dealer, ['On', 'Off', 'Off']) };
            case 1: {
                const [key, values] = pick(dealer, [
                    ['LogicalProc', ['Enabled', 'Disabled']],
                    ['SystemProfile', ['PerfPerWatt', 'Performance', 'DenseCompute']],
                ]);
                return { kind: 'bios', station, key, value: pick(dealer, values) };
            }
            default:
                return { kind: 'operation', station, ...drawOperation(dealer, ids(dealer)) };
        }
    }
    switch (dealer.below(12)) {
        case 0:
            return { kind: 'withdraw', station };
        case 1:
            return { kind: 'restrain', station, how: pick(dealer, ['parked', 'protected', 'observe']) };
        case 2:
        case 3:
            return { kind: 'release', station };
        case 4:
            return { kind: pick(dealer, ['pause', 'unpause', 'unpause', 'unpause']) };
        case 5:
            return pick(dealer, [
                { kind: 'delete', station },
                { kind: 'enrol', station },
                { kind: 'enrol', station },
            ]);
        case 6:
            return pick(dealer, [
                { kind: 'rename', station },
                { kind: 'move', station },
            ]);
        case 7:
        case 8:
            return { kind: 'all-power', to: pick(dealer, ['On', 'Off']) };
        case 9:
            return { kind: 'break', how: pick(dealer, brokenWays) };
        case 10:
            return { kind: 'power', station, to: 'unsaid' };
        default:
            return { kind: 'revert', back: 1 + dealer.below(3) };
    }
}
function drawOperation(dealer, id) {
    const verb = pick(dealer, ['Reboot', 'Reboot', 'PowerCycle', 'Identify', 'ResetBmc']);
    return verb === 'Reboot' && dealer.below(3) === 0 ? { id, verb, boot: 'Pxe' } : { id, verb };
}
function drawRule(dealer) {
    const fault = pick(dealer, ['hang', 'reset', 'unavailable', 'garbage', 'nothing', 'wrong-machine']);
    // Another machine at an address is there for every request.
    if (fault === 'wrong-machine')
        return { fault, on: 'all', when: 'before', probability: 1 };
    return {
        fault,
        on: pick(dealer, ['all', 'mutating']),
        when: pick(dealer, ['before', 'after']),
        probability: pick(dealer, [0.1, 0.5, 1]),
    };
}
//# sourceMappingURL=scenario.js.map