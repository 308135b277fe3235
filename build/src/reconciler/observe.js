import { same } from "../model/same.js";
import { backoffMs } from "../status/backoff.js";
/** Looks at one time among machines that answered last, and among those that did not. */
const lanes = { healthy: 64, suspect: 16 };
/** One look, however many requests it takes. */
const lookMsMax = 90_000;
/** How finely due looks are told apart while others are waited for. */
const dueStepMs = 50;
const activeMs = 1_000;
const activeMissMs = 5_000;
const fullMs = 3600_000;
/** A full look that did not show the hardware is made again sooner: perhaps one of its many requests went wrong. */
const unshownMs = 5 * 60_000;
export function createWatch(drivers, clock, events, pollMs) {
    const watched = new Map();
    const running = { healthy: 0, suspect: 0 };
    // Told whenever a look ends; one for all who wait, because a promise race over a thousand looks costs a million steps.
    let ended = signalOnce();
    async function lookAt(fleet, machine, depth, outer) {
        const driver = drivers.get(machine.bmc.driver);
        const began = clock.monotonic();
        const limit = new AbortController();
        // Called off with null, because a reason of its own would cost an exception with a stack each time.
        const done = new AbortController();
        void clock.sleep(lookMsMax, done.signal).then(() => limit.abort());
        const look = driver
            ? await driver.observe(subjectOf(fleet, machine), depth, AbortSignal.any([outer, limit.signal]))
            : {
                kind: 'missed',
                at: clock.now(),
                reason: 'Unsupported',
                message: `no driver is called ${machine.bmc.driver}`,
            };
        done.abort(null);
        const known = watched.get(machine.name);
        if (known)
            settle(known, look, depth, began);
        events.emit({ kind: 'looked', machine: machine.name, look });
        return look;
    }
    function settle(known, look, depth, began) {
        const before = known.sighting;
        if (look.kind === 'missed') {
            const { reason, message } = look;
            const since = before.miss?.since ?? began;
            known.sighting = { ...before, miss: { since, at: began, count: (before.miss?.count ?? 0) + 1, reason, message } };
            const backoff = backoffMs(known.sighting.miss?.count ?? 1);
            known.dueAt = clock.monotonic() + (known.active ? Math.min(backoff, activeMissMs) : Math.max(pollMs, backoff));
            return;
        }
        if (before.last && before.last.at > began)
            return; // a look that began later came back first
        const hardware = look.facts.hardware ?? before.last?.facts.hardware;
        const facts = sameOr(before.last?.facts, { ...look.facts, ...(hardware ? { hardware } : {}) });
        const agrees = before.last?.facts.power === look.facts.power && !before.miss;
        const fullAt = look.facts.hardware ? began : before.fullAt;
        known.sighting = {
            last: { at: began, facts },
            ...(fullAt === undefined ? {} : { fullAt }),
            ...(look.facts.tasks.length > 0 ? { taskSince: before.taskSince ?? began } : {}),
            powerLooks: agrees ? (before.powerLooks ?? 1) + 1 : 1,
        };
        known.dueAt = clock.monotonic() + (known.active ? activeMs : pollMs);
        if (depth === 'full') {
            known.looked = true;
            known.fullDueAt = clock.monotonic() + (look.facts.hardware ? fullMs : unshownMs);
        }
        // What is in the machine may have changed while it was off.
        if (before.last && before.last.facts.power !== 'On' && look.facts.power === 'On')
            known.fullDueAt = clock.monotonic();
    }
    function start(fleet, machine, known, wish, signal) {
        const lane = known.sighting.miss ? 'suspect' : 'healthy';
        if (running[lane] >= lanes[lane])
            return;
        const wanted = wish.full.get(machine.name);
        const full = clock.monotonic() >= known.fullDueAt || (wanted !== undefined && (known.sighting.fullAt ?? -1) < wanted);
        running[lane] += 1;
        known.running = lane;
        known.startedAt = clock.monotonic();
        void lookAt(fleet, machine, full ? 'full' : 'quick', signal).then(() => {
            running[lane] -= 1;
            known.running = null;
            ended.tell();
            ended = signalOnce();
        });
    }
    function nextDueMs() {
        const now = clock.monotonic();
        let nextMs = pollMs;
        for (const known of watched.values())
            if (!known.running)
                nextMs = Math.min(nextMs, Math.max(0, known.dueAt - now));
        return nextMs;
    }
    return {
        async look(fleet, wish, waitMs, signal) {
            const names = new Set(fleet.machines.map((machine) => machine.name));
            for (const name of watched.keys())
                if (!names.has(name))
                    watched.delete(name);
            const began = clock.monotonic();
            const deadline = began + waitMs;
            const done = new AbortController();
            const timeUp = clock.sleep(waitMs, done.signal);
            for (;;) {
                const now = clock.monotonic();
                for (const machine of fleet.machines) {
                    const known = watched.get(machine.name) ?? unwatched();
                    watched.set(machine.name, known);
                    const active = wish.active.has(machine.name);
                    if (active && !known.active)
                        known.dueAt = Math.min(known.dueAt, now);
                    known.active = active;
                    if (!known.running && known.dueAt <= now)
                        start(fleet, machine, known, wish, signal);
                }
                // Nobody waits for those that were away the last time, nor again for those that an earlier pass has waited for.
                const waits = [...watched.values()].some((known) => known.running === 'healthy' && known.startedAt >= began);
                if (!waits || clock.monotonic() >= deadline || signal.aborted)
                    break;
                // Whoever becomes due meanwhile is not kept waiting by the slow.
                const sooner = new AbortController();
                await Promise.race([ended.told, timeUp, clock.sleep(Math.max(dueStepMs, nextDueMs()), sooner.signal)]);
                sooner.abort(null);
            }
            done.abort(null);
            return new Map([...watched].map(([name, known]) => [name, known.sighting]));
        },
        lookNow: (fleet, machine, signal) => lookAt(fleet, machine, 'quick', signal),
        complete: (fleet) => fleet.machines.every((machine) => {
            const known = watched.get(machine.name);
            return known?.looked || known?.sighting.miss !== undefined;
        }),
        nextDueMs,
    };
}
const unwatched = () => ({
    sighting: {},
    dueAt: 0,
    running: null,
    startedAt: 0,
    fullDueAt: 0,
    looked: false,
    active: false,
});
/** The same object while nothing changed, so that everything derived from it can be kept too. */
const sameOr = (before, now) => (before && same(before, now) ? before : now);
function signalOnce() {
    let tell = () => { };
    const told = new Promise((resolve) => {
        tell = resolve;
    });
    return { told, tell };
}
export const subjectOf = (fleet, machine) => ({
    machine: machine.name,
    bmc: machine.bmc,
    identity: machine.identity,
    within: fleet.ranges.bmc,
});
//# sourceMappingURL=observe.js.map