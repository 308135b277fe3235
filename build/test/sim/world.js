import { ok } from "../../src/model/result.js";
import { Secret } from "../../src/model/secret.js";
import { createHost, startProcess } from "../../src/rehearsal/host.js";
import { Kernel } from "../../src/rehearsal/kernel.js";
import { createRemote, writeCommit } from "../../src/rehearsal/repo.js";
import { createBmc, setFaults } from "../../src/twin/bmc.js";
import { createDealer, hash } from "../../src/twin/dice.js";
import { dealIdentity } from "../../src/twin/identity.js";
import { models } from "../../src/twin/models.js";
import { pressPower } from "../../src/twin/power.js";
import { dealSpec, twinAccount } from "../../src/twin/spec.js";
import { openTask } from "../../src/twin/task.js";
import { tick } from "../../src/twin/tick.js";
import { defaultTimings } from "../../src/twin/timings.js";
import { verbOf } from "../system/world/witness.js";
import { change, enrolled, filesOf } from "./people.js";
import { stepOf } from "./step.js";
export const main = 'refs/heads/main';
export const statusRef = 'refs/heads/status/ams1';
export const leaseRef = 'refs/nanometal/lease/ams1';
/** The longest run takes a tenth of that. */
const eventsMax = 500_000;
/** Unlike any word that could stand anywhere by chance. */
export const password = 'Xyzzy-plugh-3141';
/** What the operator has in the file while somebody has not yet changed it. */
export const wrongPassword = 'Wrong-horse-2718';
const settings = {
    facility: 'ams1',
    branch: 'main',
    once: false,
    pollMs: 300_000,
    leaseTermMs: 120_000,
    gatherMs: 60_000,
    fetchMs: 10_000,
    lookMs: 4_000,
    author: { name: 'nanometal ams1', email: 'nanometal@ams1.example' },
};
/** Everything around some reconcilers: a Git host with people, racks, and what goes wrong. */
export class World {
    kernel = new Kernel(Date.parse('2026-11-22T12:00:00Z'), eventsMax);
    remote = createRemote();
    evidence;
    stations = [];
    hosts = [];
    #scenario;
    #dealer;
    #network;
    #troubles = [];
    #slow = [];
    #healed = false;
    #passwordIs = password;
    #past = [];
    #mainBefore = null;
    #lives = 0;
    #waiting = new Set();
    constructor(scenario) {
        this.#scenario = scenario;
        this.#dealer = createDealer(hash(`world ${scenario.seed}`));
        for (let index = 0; index < scenario.machines; index++)
            this.stations.push(rack(scenario, index));
        this.#network = {
            stations: new Map(this.stations.map((station) => [station.origin, station])),
            received: (station, entry) => this.#note(station, entry),
            asked: () => { },
        };
        for (let index = 0; index < scenario.hosts; index++) {
            const host = createHost(`host-${index + 1}`, this.kernel);
            this.hosts.push({ host, process: null, mayRun: true, doom: null });
        }
        this.evidence = {
            scenario,
            began: this.kernel.ticks,
            healedAt: this.kernel.ticks + scenario.healAt,
            settledAt: null,
            endedAt: 0,
            received: [],
            moves: [],
            commits: new Map(),
            interventions: [],
            requests: [],
            deaths: [],
            ends: [],
            events: [],
            met: new Map(),
            objects: this.remote.objects,
            finally: [],
        };
        const machines = this.#labels.map((label, index) => enrolled(index, label));
        this.commitWish({ machines, policy: scenario.policy });
    }
    get #labels() {
        return this.stations.map(({ bmc }) => bmc.spec.identity);
    }
    /** Files of the facility as people want it, as one commit on what main is now. */
    commitWish(wish) {
        const { objects, refs } = this.remote;
        const before = refs.get(main) ?? null;
        const files = filesOf(wish, this.stations.map(({ origin }) => origin), this.stations.map(({ key }) => key));
        const id = writeCommit(objects, {
            parents: before === null ? [] : [before],
            base: null,
            changes: files,
            message: `people ${this.evidence.commits.size}\n`,
            author: { name: 'people', email: 'people@example.net' },
            at: this.kernel.wall,
        });
        this.#past.push(wish);
        this.evidence.commits.set(id, { at: this.kernel.ticks, id, parent: before, wish });
        this.#move(main, id, 'people');
        return id;
    }
    commit(one) {
        return this.commitWish(change(this.#past, one, this.#labels));
    }
    get wish() {
        const last = this.#past.at(-1);
        if (!last)
            throw new Error('nobody ever wished for anything');
        return last;
    }
    #move(ref, to, by) {
        const from = this.remote.refs.get(ref) ?? null;
        if (to === null)
            this.remote.refs.delete(ref);
        else
            this.remote.refs.set(ref, to);
        this.evidence.moves.push({ at: this.kernel.ticks, ref, from, to, by });
        // A file watch may miss a move, and of a remote host there is none: then the next poll sees it.
        if (ref !== main || this.#dealer.below(100) < this.#scenario.unnoticed)
            return;
        const waiting = [...this.#waiting];
        this.kernel.after(50, () => {
            for (const tell of waiting)
                tell();
        });
    }
    /** Starts what is to run, plans what is to happen, and lets it happen. */
    async play() {
        for (const [index, watched] of this.hosts.entries())
            this.kernel.after(5_000 * index, () => this.start(watched));
        for (const act of this.#scenario.acts)
            this.kernel.after(act.at, () => this.act(act));
        await this.kernel.advance(this.#scenario.healAt);
    }
    start(watched) {
        if (watched.process && !watched.process.life.isDead)
            return;
        if (!watched.mayRun)
            return;
        const { host } = watched;
        this.#lives += 1;
        const life = this.#lives;
        const process = startProcess(host, settings, {
            kernel: this.kernel,
            remote: this.remote,
            network: { ...this.#network, asked: (request) => this.#ask(request, life) },
            secrets: {
                credentials: async () => ok({ username: twinAccount.username, password: new Secret(this.#passwordIs) }),
            },
            fates: (call) => this.#fate(watched, call),
            events: { emit: (event) => void this.evidence.events.push({ at: this.kernel.ticks, host: host.name, event }) },
            watched: (repo) => this.#watch(repo, host.name),
            seed: this.#scenario.seed,
            onMove: (tell) => {
                this.#waiting.add(tell);
                return () => this.#waiting.delete(tell);
            },
        });
        watched.process = process;
        process.life.onDeath(() => this.#died(watched));
        process.end.then((end) => this.#ended(watched, process, end.kind), (error) => this.#ended(watched, process, error instanceof Error ? error.message : String(error)));
    }
    #died(watched) {
        const { doom } = watched;
        watched.doom = null;
        this.evidence.deaths.push({ at: this.kernel.ticks, host: watched.host.name, reboots: doom?.reboots ?? false });
        if (doom?.reboots)
            watched.host.bootId = `${watched.host.name}-boot-${watched.host.processes + 1}`;
        this.kernel.after(doom?.downMs ?? 5_000, () => {
            this.start(watched);
            if (doom?.again === undefined || this.#healed)
                return;
            const { again, ...once } = doom;
            watched.doom = { ...once, calls: again };
        });
    }
    /** As systemd would: what ended by itself is started again a little later. */
    #ended(watched, process, why) {
        if (process.life.isDead)
            return;
        this.evidence.ends.push({ at: this.kernel.ticks, host: watched.host.name, why });
        if (watched.process === process)
            watched.process = null;
        this.kernel.after(10_000, () => this.start(watched));
    }
    #ask(request, life) {
        const asked = this.#network.stations.get(new URL(request.url).origin);
        if (request.method === 'GET' && asked)
            this.#meetFaults('look', asked);
        this.evidence.requests.push({
            at: this.kernel.ticks,
            endedAt: null,
            url: request.url,
            method: request.method,
            within: request.within?.length ?? 0,
            life,
        });
    }
    #watch(repo, host) {
        return {
            ...repo,
            push: async (ref, expected, next) => {
                const pushed = await repo.push(ref, expected, next);
                if (pushed.kind === 'pushed') {
                    const move = { at: this.kernel.ticks, ref, from: expected, to: next, by: host };
                    this.evidence.moves.push(move);
                }
                return pushed;
            },
        };
    }
    #note(station, entry) {
        const verb = verbOf(entry.method, entry.path, JSON.stringify(entry.body) ?? '');
        this.#meetFaults(entry.class === 'session' ? 'login' : `send ${verb}`, station);
        const running = station.bmc.tasks.filter((task) => task.state === 'Running').map((task) => task.startedAt);
        const wallToTicks = this.kernel.ticks - this.kernel.wall;
        this.evidence.received.push({
            at: this.kernel.ticks,
            station: this.stations.indexOf(station),
            serial: station.bmc.spec.identity.serial ?? '',
            entry,
            statusHead: this.remote.refs.get(statusRef) ?? null,
            mainHead: this.remote.refs.get(main) ?? null,
            taskSince: running.length > 0 ? Math.min(...running) + wallToTicks : null,
        });
    }
    #fate(watched, call) {
        const dealer = this.#dealer;
        const base = call.port === 'disk' ? 1 : call.port === 'repo' ? 40 : 15;
        const lag = this.#slow.find(({ port, until }) => port === call.port && this.kernel.ticks < until)?.byMs ?? 0;
        const slow = lag + (dealer.below(200) === 0 ? dealer.below(10_000) : 0);
        const fate = { thereMs: base + dealer.below(base) + slow, backMs: base + dealer.below(base) };
        const { doom } = watched;
        const isCounted = doom && (call.writes || doom.atReads) && (doom.only ?? call.port) === call.port;
        if (isCounted) {
            doom.calls -= 1;
            if (doom.calls < 0) {
                this.#meet(`${stepOf(call, watched.host.clone)}|death ${doom.when}`);
                return { ...fate, dies: doom.when };
            }
        }
        if (this.#healed)
            return fate;
        const { ticks } = this.kernel;
        const trouble = this.#troubles.find((one) => one.port === call.port &&
            (call.writes || !one.onlyWrites) &&
            ticks < one.until &&
            dealer.below(1_000) < one.odds * 1_000);
        if (!trouble || (call.port === 'disk' && trouble.trouble !== 'refused'))
            return fate;
        this.#meet(`${stepOf(call, watched.host.clone)}|${trouble.trouble}`);
        return { ...fate, trouble: trouble.trouble };
    }
    #meetFaults(step, { bmc }) {
        const now = this.kernel.wall;
        for (const { fault, from, until } of bmc.faults) {
            if (from <= now && (until === undefined || now < until))
                this.#meet(`${step}|${fault}`);
        }
    }
    #meet(what) {
        this.evidence.met.set(what, (this.evidence.met.get(what) ?? 0) + 1);
    }
    act(act) {
        const { kernel, evidence } = this;
        this.#meet(`act ${act.kind}`);
        const note = (kind, station, forMs) => void evidence.interventions.push({
            at: kernel.ticks,
            kind,
            ...(station === undefined ? {} : { station }),
            ...(forMs === undefined ? {} : { until: kernel.ticks + forMs }),
        });
        switch (act.kind) {
            case 'commit':
                if (this.remote.refs.get(main) === undefined)
                    return;
                this.commit(act.change);
                return;
            case 'main':
                this.#forceMain(act.how);
                return;
            case 'status':
                this.#forceStatus(act.how);
                return;
            case 'lease':
                this.#move(leaseRef, act.how === 'delete' ? null : (this.remote.refs.get(main) ?? null), 'people');
                return;
            case 'crash': {
                const watched = this.hosts[act.host];
                if (watched?.process)
                    watched.doom = {
                        calls: act.calls,
                        when: act.when,
                        reboots: act.reboots,
                        downMs: act.downMs,
                        atReads: act.atReads === true,
                        ...(act.only === undefined ? {} : { only: act.only }),
                        ...(act.again === undefined ? {} : { again: act.again }),
                    };
                return;
            }
            case 'pause': {
                const process = this.hosts[act.host]?.process;
                process?.life.pause();
                kernel.after(act.forMs, () => process?.life.resume());
                return;
            }
            case 'slow':
                this.#slow.push({ port: act.port, byMs: act.byMs, until: kernel.ticks + act.forMs });
                return;
            case 'hold': {
                const host = this.hosts[act.host]?.host;
                const hold = { what: act.what, reason: 'somebody pressed the button', until: kernel.wall + act.forMs };
                host?.disk.set('operator.json', new TextEncoder().encode(JSON.stringify({ holds: [hold] })));
                return;
            }
            case 'jump':
                this.hosts[act.host]?.host.clock.jump(act.byMs);
                return;
            case 'wipe-host':
                note('host-lost');
                this.#wipe(this.hosts[act.host], act.downMs);
                return;
            case 'amnesia':
                note('amnesia');
                for (const watched of this.hosts)
                    this.#wipe(watched, act.downMs);
                this.#move(statusRef, null, 'people');
                this.#move(leaseRef, null, 'people');
                return;
            case 'port':
                this.#troubles.push({
                    port: act.port,
                    trouble: act.trouble,
                    odds: act.odds,
                    until: kernel.ticks + act.forMs,
                    onlyWrites: act.onlyWrites === true,
                });
                return;
            case 'bmc': {
                const station = this.stations[act.station];
                if (!station)
                    return;
                if (act.rule.fault === 'wrong-machine')
                    note('wrong-machine', act.station, act.forMs);
                const rule = { ...act.rule, from: kernel.wall, until: kernel.wall + act.forMs };
                station.bmc = setFaults(station.bmc, [...station.bmc.faults, rule]);
                return;
            }
            case 'button': {
                const station = this.stations[act.station];
                note('button', act.station);
                if (station)
                    station.bmc = pressPower(station.bmc, act.power, kernel.wall);
                return;
            }
            case 'task': {
                const station = this.stations[act.station];
                if (station)
                    station.bmc = openTask(station.bmc, 'Collect diagnostics', kernel.wall + act.forMs, kernel.wall);
                return;
            }
            case 'board':
                note('board', act.station);
                this.#swapBoard(act.station);
                return;
            case 'password':
                note('password');
                this.#passwordIs = wrongPassword;
                kernel.after(act.forMs, () => {
                    this.#passwordIs = password;
                });
                return;
        }
    }
    #forceMain(how) {
        const head = this.remote.refs.get(main) ?? null;
        const commits = [...this.evidence.commits.values()];
        switch (how) {
            case 'rewind': {
                const parent = head === null ? null : (this.evidence.commits.get(head)?.parent ?? null);
                if (parent === null)
                    return;
                this.#mainBefore ??= head;
                this.#move(main, parent, 'people');
                return;
            }
            case 'orphan':
                if (head === null)
                    return;
                this.#mainBefore ??= head;
                this.#move(main, null, 'people');
                this.commitWish({
                    ...this.wish,
                    machines: this.wish.machines.map((machine) => ({ ...machine, power: 'Off' })),
                });
                return;
            case 'delete':
                if (head === null)
                    return;
                this.#mainBefore ??= head;
                this.#move(main, null, 'people');
                return;
            case 'restore': {
                const known = commits.find(({ id }) => id === this.#mainBefore);
                if (!known)
                    return;
                this.#move(main, known.id, 'people');
                this.#past.push(known.wish);
                this.#mainBefore = null;
            }
        }
    }
    #forceStatus(how) {
        const head = this.remote.refs.get(statusRef);
        if (head === undefined)
            return;
        const object = this.remote.objects.get(head);
        if (object?.kind !== 'commit')
            return;
        if (how !== 'foreign') {
            this.#move(statusRef, how === 'delete' ? null : (object.body.parents[0] ?? null), 'people');
            return;
        }
        const id = writeCommit(this.remote.objects, {
            parents: [head],
            base: object.body.tree,
            changes: new Map([['NOTES.md', 'somebody was here\n']]),
            message: 'notes\n',
            author: { name: 'people', email: 'people@example.net' },
            at: this.kernel.wall,
        });
        this.#move(statusRef, id, 'people');
    }
    #wipe(watched, downMs) {
        if (!watched)
            return;
        watched.doom = { calls: 0, when: 'before', reboots: true, downMs, atReads: false };
        watched.process?.life.kill();
        watched.host.disk.clear();
        watched.host.clone.clear();
    }
    #swapBoard(index) {
        const station = this.stations[index];
        if (!station)
            return;
        const { bmc } = station;
        const name = `${bmc.spec.name}'`;
        const identity = dealIdentity(createDealer(hash(`${this.#scenario.seed} ${name}`)), name);
        // Some vendors keep the UUID with the chassis, so that it outlives the board.
        const { uuid = '' } = this.#scenario.seed % 2 === 0 ? bmc.spec.identity : identity;
        const fresh = createBmc({ ...bmc.spec, name, identity: { ...identity, uuid } });
        station.bmc = { ...fresh, faults: bmc.faults };
    }
    /** Everything that is broken is mended, and people take back what holds machines up. */
    async heal() {
        const { kernel, evidence } = this;
        this.#healed = true;
        this.#troubles = [];
        this.#slow = [];
        this.#passwordIs = password;
        evidence.healedAt = kernel.ticks;
        for (const station of this.stations)
            station.bmc = setFaults(tick(station.bmc, kernel.wall), []);
        for (const watched of this.hosts) {
            watched.doom = null;
            watched.host.clock.jump(kernel.wall - watched.host.clock.now());
            watched.process?.life.resume();
        }
        await kernel.advance(10 * 60_000);
        this.#mend();
    }
    /** A sound commit that descends from what is in force, as the rejection asks for. */
    #mend() {
        const facility = this.file('facility.json');
        const accepted = isFacility(facility) ? (facility.accepted ?? null) : null;
        const head = this.remote.refs.get(main) ?? null;
        const known = this.evidence.commits.get(accepted ?? this.#mainBefore ?? '');
        if (known && !this.#descends(known.id, head))
            this.#move(main, known.id, 'people');
        this.#mainBefore = null;
        const { broken: _, paused: __, ...wish } = this.wish;
        const machines = this.#labels.map((label, station) => {
            const before = wish.machines.find((machine) => machine.station === station) ?? enrolled(station, label);
            const { parked: _, protected: __, ...machine } = before;
            const { serial = '', uuid = '' } = label;
            return { ...machine, serial, uuid, management: 'manage' };
        });
        this.commitWish({ ...wish, machines });
    }
    #descends(from, commit) {
        for (let id = commit; id !== null; id = this.evidence.commits.get(id)?.parent ?? null)
            if (id === from)
                return true;
        return false;
    }
    /** Whoever always holds would be safe: each machine is asked for one more thing, and it has to happen. */
    askForLast() {
        for (const { station } of this.wish.machines) {
            this.commit({ kind: 'operation', station, id: `last-${station}`, verb: 'Identify' });
        }
    }
    /** Waits until nothing is under way any more, and the newest commit is in force. */
    async settle(limitMs) {
        const before = this.kernel.ticks;
        let calm = 0;
        let mended = before;
        while (this.kernel.ticks - before < limitMs) {
            await this.kernel.advance(30_000);
            calm = this.#isCalm() ? calm + 1 : 0;
            if (calm >= 4)
                return true;
            const facility = this.file('facility.json');
            const isRejected = isFacility(facility) && facility.rejected !== undefined;
            if (!isRejected || this.kernel.ticks - mended < 20 * 60_000)
                continue;
            mended = this.kernel.ticks;
            this.#mend();
        }
        return false;
    }
    #treeOf(commit) {
        const object = this.remote.objects.get(commit ?? '');
        return object?.kind === 'commit' ? object.body.tree : null;
    }
    #isCalm() {
        const facility = this.file('facility.json');
        const plan = this.file('plan.json');
        if (!isFacility(facility) || !isPlan(plan))
            return false;
        const head = this.remote.refs.get(main);
        const moved = this.evidence.moves.findLast(({ ref }) => ref === statusRef);
        return (this.#treeOf(facility.accepted ?? null) === this.#treeOf(head ?? null) &&
            plan.intents.length === 0 &&
            facility.counts.underWay === 0 &&
            facility.counts.reachable === this.wish.machines.length &&
            moved !== undefined &&
            this.kernel.ticks - moved.at > 10 * 60_000);
    }
    /** Hours in which nobody does anything; then a host that has forgotten everything starts anew, in some worlds. */
    async rest(ms) {
        this.evidence.settledAt = this.kernel.ticks;
        await this.kernel.advance(ms / 2);
        const [first] = this.hosts;
        if (first && this.#scenario.seed % 3 === 0) {
            if (this.#scenario.seed % 2 === 0)
                this.#wipe(first, 1_000);
            else
                first.process?.life.kill();
        }
        await this.kernel.advance(ms / 2);
        for (const { bmc } of this.stations) {
            const now = tick(bmc, this.kernel.wall);
            this.evidence.finally.push({
                serial: now.spec.identity.serial ?? '',
                power: now.host.power,
                bios: now.bios.current,
                lit: now.locatorLit,
            });
        }
    }
    /** One JSON file of the status branch as it is now. */
    file(path) {
        return readJson(this.evidence.objects, this.remote.refs.get(statusRef) ?? null, path);
    }
}
function rack(scenario, index) {
    const name = `station-${index + 1}`;
    const spec = dealSpec(models.compute.expects, {
        name,
        seed: scenario.seed,
        persona: 'generic',
        timings: { ...defaultTimings, postMs: scenario.postMs },
    });
    const account = { username: twinAccount.username, password };
    return {
        origin: `${scenario.tls ? 'https' : 'http'}://10.0.0.${index + 1}`,
        key: String(hash(`key ${index}`).toString(16)).padStart(64, '0'),
        bmc: createBmc({ ...spec, account }),
    };
}
/** A file of a commit; undefined where there is none. */
export function readJson(objects, commit, path) {
    const text = readText(objects, commit, path);
    return text === undefined ? undefined : JSON.parse(text);
}
export function readText(objects, commit, path) {
    const head = objects.get(commit ?? '');
    let id = head?.kind === 'commit' ? head.body.tree : '';
    for (const part of path.split('/')) {
        const folder = objects.get(id);
        id = (folder?.kind === 'tree' ? folder.items.find((item) => item.name === part)?.id : '') ?? '';
    }
    const blob = objects.get(id);
    return blob?.kind === 'blob' ? new TextDecoder().decode(blob.bytes) : undefined;
}
const isFacility = (value) => typeof value === 'object' && value !== null && 'counts' in value;
const isPlan = (value) => typeof value === 'object' && value !== null && 'intents' in value;
//# sourceMappingURL=world.js.map