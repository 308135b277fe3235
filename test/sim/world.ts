import type { Hardware } from '../../src/model/inventory.ts';
import { ok } from '../../src/model/result.ts';
import { Secret } from '../../src/model/secret.ts';
import type { Event } from '../../src/ports/events.ts';
import type { HttpRequest } from '../../src/ports/http.ts';
import type { Settings } from '../../src/reconciler/knowledge.ts';
import { openCalls, type Serving } from '../../src/rehearsal/calls.ts';
import { createHost, type Host, type Process, startProcess } from '../../src/rehearsal/host.ts';
import type { Network, Station } from '../../src/rehearsal/http.ts';
import { Kernel } from '../../src/rehearsal/kernel.ts';
import { guessedToken, Machine, type Started, type Written } from '../../src/rehearsal/machine.ts';
import { type Bmc, setFaults } from '../../src/twin/bmc.ts';
import { createDealer, hash } from '../../src/twin/dice.ts';
import type { EffectEntry } from '../../src/twin/effect.ts';
import { losePart, replacePart } from '../../src/twin/hands.ts';
import type { TwinDisk } from '../../src/twin/host/disk.ts';
import { pressPower } from '../../src/twin/power.ts';
import { twinAccount } from '../../src/twin/spec.ts';
import { openTask } from '../../src/twin/task.ts';
import { tick } from '../../src/twin/tick.ts';
import { verbOf } from '../system/world/witness.ts';
import type { Evidence, Intervention } from './evidence.ts';
import { Forge } from './forge.ts';
import { handedOut, toldNext } from './hand-out.ts';
import { isRecord } from './ledger.ts';
import { main, password, statusRef, wrongPassword } from './names.ts';
import { bootAddress, enrolled, imageFiles, type Label } from './people.ts';
import { callerAt, dealDisks, fillRacks, ghosts, lookAt, placeOf, refill, swapBoard } from './racks.ts';
import type { Act, Scenario } from './scenario.ts';
import { isPlan } from './status-file.ts';
import { type Doom, Troubles } from './troubles.ts';

/** What somebody with a torch reads off machine and disks. */
const labelOf = ({ spec }: Bmc, disks: readonly TwinDisk[]): Label => ({
  ...spec.identity,
  disks: disks.map(({ serial }) => serial),
  ...(spec.hardware.nics[0]?.mac === undefined ? {} : { port: spec.hardware.nics[0].mac }),
});

const settings: Settings = {
  facility: 'ams1',
  branch: 'main',
  once: false,
  pollMs: 300_000,
  leaseTermMs: 120_000,
  standbyMs: 0,
  gatherMs: 60_000,
  fetchMs: 10_000,
  lookMs: 4_000,
  author: { name: 'nanometal ams1', email: 'nanometal@ams1.example' },
};

/** The longest run takes a tenth of that. */
const eventsMax = 500_000;

interface Watched {
  readonly host: Host;
  process: Process | null;
  doom: Doom | null;
}

/** Everything around some reconcilers, and the reconcilers in it: what happens, as the scenario has it, is noted down. */
export class World {
  readonly kernel: Kernel;
  readonly evidence: Evidence;
  readonly #scenario: Scenario;
  readonly #stations: readonly Station[];
  readonly #machines: readonly Machine[];
  /** Who has the address of the boot service: whoever last said whom to expect. */
  #serving: Serving | null = null;
  readonly #delivered: readonly Hardware[];
  readonly #hosts: readonly Watched[];
  readonly #forge: Forge;
  readonly #troubles: Troubles;
  readonly #network: Network;
  readonly #processes: Process[] = [];
  #isOver = false;
  #healed = false;
  #passwordIs = password;

  constructor(scenario: Scenario) {
    this.kernel = new Kernel(Date.parse('2026-11-22T12:00:00Z'), Math.max(eventsMax, 20_000 * scenario.machines));
    const dealer = createDealer(hash(`world ${scenario.seed}`));
    this.#scenario = scenario;
    this.#stations = fillRacks(scenario);
    this.#delivered = this.#stations.map(({ bmc }) => bmc.spec.hardware);
    this.#hosts = Array.from({ length: scenario.hosts }, (_, index) => ({
      host: createHost(`host-${index + 1}`, this.kernel),
      process: null,
      doom: null,
    }));
    this.#machines = this.#startMachines();
    const inventory = {
      origins: this.#stations.map(({ origin }) => origin),
      keys: this.#stations.map(({ key }) => key),
      labels: () => this.#stations.map(({ bmc }, index) => labelOf(bmc, this.#disksOf(index))),
    };
    this.#forge = new Forge(this.kernel, dealer, inventory, scenario.unnoticed);
    this.#troubles = new Troubles(this.kernel, dealer, (what) => this.#meet(what));
    this.#network = {
      stations: new Map(this.#stations.map((station) => [station.origin, station])),
      received: (station, entry, wayMs) => this.#note(station, entry, wayMs),
      asked: (request) => this.#noteAsked(request),
    };
    this.evidence = {
      scenario,
      began: this.kernel.ticks,
      healedAt: this.kernel.ticks + scenario.healAt,
      settledAt: null,
      endedAt: 0,
      received: [],
      moves: this.#forge.moves,
      commits: this.#forge.commits,
      interventions: [],
      requests: [],
      written: [],
      started: [],
      handed: [],
      admitted: [],
      released: [],
      dialled: [],
      finished: [],
      deaths: [],
      ends: [],
      events: [],
      met: new Map(),
      objects: this.#forge.remote.objects,
      lockouts: [],
      finally: [],
    };
    const machines = inventory.labels().map((label, index) => enrolled(index, label));
    const boot = scenario.boot ? { boot: scenario.boot } : {};
    this.#forge.commitWish({ machines, policy: scenario.policy, ...boot });
  }

  /** Starts what is to run, plans what is to happen, and lets it happen. */
  async play(): Promise<void> {
    for (const [index, watched] of this.#hosts.entries()) this.kernel.after(5_000 * index, () => this.#start(watched));
    for (const act of this.#scenario.acts) this.kernel.after(act.at, () => this.#act(act));
    await this.kernel.advance(this.#scenario.healAt);
  }

  /** Everything that is broken is mended, and people take back what holds machines up. */
  async heal(): Promise<void> {
    const { kernel, evidence } = this;
    this.#healed = true;
    this.#troubles.heal();
    this.#passwordIs = password;
    evidence.healedAt = kernel.ticks;
    for (const [index, station] of this.#stations.entries()) {
      station.bmc = setFaults(tick(station.bmc, kernel.wall), []);
      // A machine that misses its class is left alone for ever, so that what is missing is put in again.
      refill(station, this.#delivered[index]);
      this.#machines[index]?.heal();
    }
    for (const watched of this.#hosts) {
      watched.doom = null;
      watched.host.clock.jump(kernel.wall - watched.host.clock.now());
      watched.process?.life.resume();
    }
    await kernel.advance(10 * 60_000);
    this.#forge.mend();
  }

  /** Waits until nothing is under way any more, and the newest commit is in force. */
  async settle(limitMs: number): Promise<boolean> {
    const before = this.kernel.ticks;
    let calm = 0;
    let mended = before;
    while (this.kernel.ticks - before < limitMs) {
      await this.kernel.advance(30_000);
      calm = this.#isCalm() ? calm + 1 : 0;
      if (calm >= 4) return true;
      const isRejected = this.#forge.facility()?.rejected !== undefined;
      if (!isRejected || this.kernel.ticks - mended < 20 * 60_000) continue;
      mended = this.kernel.ticks;
      this.#forge.mend();
    }
    return false;
  }

  /** Whoever always holds would be safe: each machine is asked for one more thing, and it has to happen. */
  askForLast(): void {
    for (const { station } of this.#forge.wish.machines) {
      this.#forge.commit({ kind: 'operation', station, id: `last-${station}`, verb: 'Identify' });
    }
  }

  /** A time in which nobody does anything; in some worlds a host that has forgotten everything starts anew in it. */
  async rest(ms: number): Promise<void> {
    const { seed } = this.#scenario;
    this.evidence.settledAt = this.kernel.ticks;
    await this.kernel.advance(ms / 2);
    const [first] = this.#hosts;
    if (first && seed % 3 === 0) {
      if (seed % 2 === 0) this.#wipe(first, 1_000);
      else first.process?.life.kill();
    }
    await this.kernel.advance(ms / 2);
    const finals = this.#stations.map((station, index) => lookAt(station, this.kernel.wall, this.#disksOf(index)));
    this.evidence.finally.push(...finals);
  }

  /** Nothing goes on in it any more. Signals of processes that died are kept by Node until they are aborted, and all with them. */
  end(): void {
    this.#isOver = true;
    for (const { life, stop } of this.#processes) {
      life.kill();
      stop();
    }
  }

  get disks(): readonly (readonly TwinDisk[])[] {
    return this.#machines.map(({ disks }) => disks);
  }

  #disksOf(index: number): readonly TwinDisk[] {
    return this.#machines[index]?.disks ?? [];
  }

  /** What runs on the machines, and how it reaches whoever serves the boot address. */
  #startMachines(): readonly Machine[] {
    const { seed, boot } = this.#scenario;
    if (!boot) return [];
    const places = { secure: `https://${bootAddress}:8443`, plain: `http://${bootAddress}:8080` };
    const calls = openCalls(this.kernel, places, () => this.#serving, this.#scenario.pipe);
    return this.#stations.map((station, index) => {
      const ground = {
        kernel: this.kernel,
        station,
        addresses: {
          bmc: placeOf('10.0', index),
          host: placeOf('10.1', index),
          ghost: placeOf('10.1', index + ghosts),
        },
        calls,
        seed,
        wrote: (written: Written) => {
          const { serial = '' } = station.bmc.spec.identity;
          this.evidence.written.push({ ...written, at: this.kernel.ticks, station: index, serial });
        },
        started: (started: Started) => {
          this.evidence.started.push({ ...started, at: this.kernel.ticks, station: index });
        },
        cut: () => this.#intervene('outage', index),
        other: () => this.#stations[index === 0 ? 1 : 0]?.bmc ?? null,
      };
      const machine = new Machine(ground, dealDisks(station, seed));
      station.machine = machine;
      return machine;
    });
  }

  /** The same, with a note of the work that leaves. */
  #watchWork(to: Serving, host: string): Serving {
    return {
      ...to,
      answer: async (request) => {
        const answer = await to.answer(request);
        if (answer.body.kind === 'image') this.#meet('served image');
        const handed = handedOut(request, answer);
        const caller = callerAt(request.peer);
        const station = caller % ghosts;
        const { serial = '' } = this.#stations[station]?.bmc.spec.identity ?? {};
        const ghost = caller >= ghosts;
        const place = {
          at: this.kernel.ticks,
          by: host,
          station,
          serial,
          ghost,
          statusHead: this.#forge.head(statusRef),
        };
        const then = toldNext(request, answer);
        const media = this.#stations[station]?.bmc.media.length ?? 0;
        if (answer.status < 400 && request.headers.authorization?.endsWith(guessedToken))
          this.evidence.admitted.push({ at: this.kernel.ticks, station, target: request.target });
        if (then) this.evidence.released.push({ at: this.kernel.ticks, station, then, media });
        if (handed) this.evidence.handed.push({ ...place, ...handed });
        return answer;
      },
    };
  }

  /** What stands at the address of a machine that was installed, with a note of it. */
  #dial(address: string, port: number): ReturnType<Machine['dial']> {
    const station = callerAt(address);
    const answer = this.#machines[station]?.dial(address, port) ?? 'silent';
    this.#meet(`dialled, ${answer}`);
    this.evidence.dialled.push({ at: this.kernel.ticks, address, station, taken: answer === 'takes' });
    return answer;
  }

  #noteEvent(host: string, event: Event): void {
    this.evidence.events.push({ at: this.kernel.ticks, host, event });
    if (event.kind !== 'ended' || event.outcome.kind !== 'done') return;
    if (event.verb !== 'Install' && event.verb !== 'Erase') return;
    const wishes = [...this.evidence.commits.values()].toReversed().flatMap(({ wish }) => wish.machines);
    const station = wishes.find(({ name }) => name === event.machine)?.station;
    if (station === undefined) return;
    const { verb, request } = event;
    this.evidence.finished.push({ at: this.kernel.ticks, verb, request, station, disks: this.#disksOf(station) });
  }

  /** What an agent did is to be followed by something that comes without an intent: a call home, or the machine's power. */
  #awaitsAgents(holds: readonly unknown[]): boolean {
    return this.#forge.wish.machines.some(({ rack, name }) => {
      const file = this.#forge.file(`machines/${rack}/${name}.json`);
      const requests = isRecord(file) && isRecord(file.requests) ? Object.entries(file.requests) : [];
      return requests.some(([id, request]) => {
        if (!isRecord(request) || request.state !== 'pending' || !isRecord(request.work)) return false;
        const isBegun = isRecord(request.steps) && Object.keys(request.steps).length > 0;
        const held = holds.filter(isRecord).filter((hold) => hold.machine === name && hold.request === id);
        return isBegun && held.every(({ reason }) => reason === 'Stale' || reason === 'Budget');
      });
    });
  }

  #isCalm(): boolean {
    const facility = this.#forge.facility();
    const plan = this.#forge.file('plan.json');
    if (!facility || !isPlan(plan)) return false;
    const moved = this.evidence.moves.findLast(({ ref }) => ref === statusRef);
    return (
      this.#forge.treeOf(facility.accepted ?? null) === this.#forge.treeOf(this.#forge.head()) &&
      plan.intents.length === 0 &&
      !this.#awaitsAgents(plan.holds ?? []) &&
      facility.counts.underWay === 0 &&
      facility.counts.reachable === this.#forge.wish.machines.length &&
      moved !== undefined &&
      this.kernel.ticks - moved.at > 10 * 60_000
    );
  }

  #start(watched: Watched): void {
    if (watched.process && !watched.process.life.isDead) return;
    const { host } = watched;
    const process = startProcess(host, settings, {
      kernel: this.kernel,
      remote: this.#forge.remote,
      network: this.#network,
      secrets: {
        credentials: async () => ok({ username: twinAccount.username, password: new Secret(this.#passwordIs) }),
      },
      fates: (call) => this.#troubles.fateOf(call, watched.doom, host.clone),
      events: { emit: (event) => this.#noteEvent(host.name, event) },
      images: imageFiles,
      lan: { dial: (address, port) => this.#dial(address, port) },
      serves: (to) => {
        this.#serving = this.#watchWork(to, host.name);
      },
      watched: (repo) => this.#forge.watch(repo, host.name),
      seed: this.#scenario.seed,
      onMove: (tell) => this.#forge.onMove(tell),
    });
    watched.process = process;
    this.#processes.push(process);
    process.life.onDeath(() => {
      if (!this.#isOver) this.#died(watched);
    });
    process.end.then(
      (end) => this.#ended(watched, process, end.kind),
      (error: unknown) => this.#ended(watched, process, error instanceof Error ? error.message : String(error)),
    );
  }

  #died(watched: Watched): void {
    const { doom, host } = watched;
    watched.doom = null;
    this.evidence.deaths.push({ at: this.kernel.ticks, host: host.name, reboots: doom?.reboots ?? false });
    if (doom?.reboots) host.bootId = `${host.name}-boot-${host.processes + 1}`;
    this.kernel.after(doom?.downMs ?? 5_000, () => {
      this.#start(watched);
      if (doom?.again === undefined || this.#healed) return;
      const { again, ...once } = doom;
      watched.doom = { ...once, calls: again };
    });
  }

  /** As systemd would: what ended by itself is started again a little later. */
  #ended(watched: Watched, process: Process, why: string): void {
    if (process.life.isDead) return;
    this.evidence.ends.push({ at: this.kernel.ticks, host: watched.host.name, why });
    if (watched.process === process) watched.process = null;
    this.kernel.after(10_000, () => this.#start(watched));
  }

  #wipe(watched: Watched | undefined, downMs: number): void {
    if (!watched) return;
    watched.doom = { calls: 0, when: 'before', reboots: true, downMs, atReads: false };
    watched.process?.life.kill();
    watched.host.disk.clear();
    watched.host.clone.clear();
  }

  #act(act: Act): void {
    const { kernel } = this;
    this.#meet(`act ${act.kind}`);
    switch (act.kind) {
      case 'commit':
        if (this.#forge.head() !== null) this.#forge.commit(act.change);
        return;
      case 'main':
        this.#forge.forceMain(act.how);
        return;
      case 'status':
        this.#forge.forceStatus(act.how);
        return;
      case 'lease':
        this.#forge.forceLease(act.how);
        return;
      case 'crash': {
        const watched = this.#hosts[act.host];
        const { at: _, kind: __, host: ___, atReads = false, ...doom } = act;
        if (watched?.process) watched.doom = { ...doom, atReads };
        return;
      }
      case 'pause': {
        const process = this.#hosts[act.host]?.process;
        process?.life.pause();
        kernel.after(act.forMs, () => process?.life.resume());
        return;
      }
      case 'slow':
        this.#troubles.slow(act);
        return;
      case 'port':
        this.#troubles.add(act);
        return;
      case 'hold': {
        const hold = { what: act.what, reason: 'somebody pressed the button', until: kernel.wall + act.forMs };
        const notes = new TextEncoder().encode(JSON.stringify({ holds: [hold] }));
        this.#hosts[act.host]?.host.disk.set('operator.json', notes);
        return;
      }
      case 'jump':
        this.#hosts[act.host]?.host.clock.jump(act.byMs);
        return;
      case 'wipe-host':
        this.#intervene('host-lost');
        this.#wipe(this.#hosts[act.host], act.downMs);
        return;
      case 'rollback': {
        const watched = this.#hosts[act.host];
        const then = new Map(watched?.host.disk);
        kernel.after(act.agoMs, () => {
          if (this.#healed || !watched) return;
          this.#intervene('host-lost');
          watched.doom = { calls: 0, when: 'before', reboots: true, downMs: act.downMs, atReads: false };
          watched.process?.life.kill();
          watched.host.disk.clear();
          for (const [path, bytes] of then) watched.host.disk.set(path, bytes);
        });
        return;
      }
      case 'amnesia':
        this.#intervene('amnesia');
        for (const watched of this.#hosts) this.#wipe(watched, act.downMs);
        this.#forge.forget();
        return;
      case 'password':
        this.#intervene('password');
        this.#passwordIs = wrongPassword;
        kernel.after(act.forMs, () => {
          this.#passwordIs = password;
        });
        return;
      case 'host':
        this.#machines[act.station]?.add(act.fault, act.forMs);
        return;
      case 'bmc':
      case 'button':
      case 'task':
      case 'part':
      case 'board': {
        const station = this.#stations[act.station];
        if (station) this.#actOn(station, act);
      }
    }
  }

  #actOn(station: Station, act: Extract<Act, { readonly station: number }>): void {
    const { wall } = this.kernel;
    switch (act.kind) {
      case 'bmc': {
        if (act.rule.fault === 'wrong-machine') this.#intervene('wrong-machine', act.station, act.forMs);
        const rule = { ...act.rule, from: wall, until: wall + act.forMs };
        station.bmc = setFaults(station.bmc, [...station.bmc.faults, rule]);
        return;
      }
      case 'button':
        this.#intervene('button', act.station);
        station.bmc = pressPower(station.bmc, act.power, wall);
        station.machine?.noticed();
        return;
      case 'task':
        station.bmc = openTask(station.bmc, 'Collect diagnostics', wall + act.forMs, wall);
        return;
      case 'part':
        this.#intervene('part', act.station);
        station.bmc = (act.how === 'lose' ? losePart : replacePart)(station.bmc, act.part) ?? station.bmc;
        return;
      case 'board':
        this.#intervene('board', act.station);
        swapBoard(station, this.#scenario.seed);
        station.machine?.noticed();
    }
  }

  #intervene(kind: Intervention['kind'], station?: number, forMs?: number): void {
    const at = this.kernel.ticks;
    const place = station === undefined ? {} : { station };
    this.evidence.interventions.push({ at, kind, ...place, ...(forMs === undefined ? {} : { until: at + forMs }) });
  }

  #note(station: Station, entry: EffectEntry, wayMs: number): void {
    const verb = verbOf(entry.method, entry.path, JSON.stringify(entry.body) ?? '');
    this.#meetFaults(entry.class === 'session' ? 'login' : `send ${verb}`, station);
    this.#noteLocked(station);
    const running = station.bmc.tasks.filter((task) => task.state === 'Running').map((task) => task.startedAt);
    const wallToTicks = this.kernel.ticks - this.kernel.wall;
    this.evidence.received.push({
      at: this.kernel.ticks,
      left: this.kernel.ticks - wayMs,
      station: this.#stations.indexOf(station),
      serial: station.bmc.spec.identity.serial ?? '',
      entry,
      statusHead: this.#forge.head(statusRef),
      mainHead: this.#forge.head(main),
      taskSince: running.length > 0 ? Math.min(...running) + wallToTicks : null,
    });
  }

  #noteLocked({ bmc, ...station }: Station): void {
    const index = this.#stations.findIndex(({ origin }) => origin === station.origin);
    for (const { username, lockedUntil } of bmc.accounts) {
      if (lockedUntil > this.kernel.wall)
        this.evidence.lockouts.push({ at: this.kernel.ticks, station: index, username });
    }
  }

  #noteAsked({ url, method, within }: HttpRequest): void {
    const station = this.#network.stations.get(new URL(url).origin);
    if (method === 'GET' && station) this.#meetFaults('look', station);
    this.evidence.requests.push({ at: this.kernel.ticks, url, method, ranges: within?.length ?? 0 });
  }

  #meetFaults(step: string, { bmc }: Station): void {
    const now = this.kernel.wall;
    for (const { fault, from, until } of bmc.faults) {
      if (from <= now && (until === undefined || now < until)) this.#meet(`${step}|${fault}`);
    }
  }

  #meet(what: string): void {
    this.evidence.met.set(what, (this.evidence.met.get(what) ?? 0) + 1);
  }
}
