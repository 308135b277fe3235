import type { Bmc } from '../twin/bmc.ts';
import { createDealer, type Dealer, hash } from '../twin/dice.ts';
import {
  type Agent,
  type AgentDeed,
  type AgentEvent,
  createAgent,
  type Loaded,
  stepAgent,
  withGround,
} from '../twin/host/agent.ts';
import { type Bootable, bootableOf, type DiskWrite, type TwinDisk, tearDisk, writeDisk } from '../twin/host/disk.ts';
import { listensOn, phoneHomeOf } from '../twin/host/installed.ts';
import { resetSystem } from '../twin/power.ts';
import { tick } from '../twin/tick.ts';
import type { Calls, Heard } from './calls.ts';
import { fetchBooted } from './firmware.ts';
import type { Station } from './http.ts';
import type { Kernel } from './kernel.ts';

/**
 * What goes wrong with a machine and not with its BMC. `silent`: the agent never calls. `impostor`: it says that it is
 * another machine. `corrupt`: what it downloads is not what was sent. `outage`: the power is lost at a write. `lies`: the agent
 * writes nothing and says that it did. `twice`: another machine runs the agent with the same settings. `guessed`: another
 * machine does so with a token that nobody gave it. `slow-disks`: a controller shows its disks long after the agent has started.
 */
export const machineFaults = [
  'silent',
  'impostor',
  'corrupt',
  'outage',
  'lies',
  'twice',
  'guessed',
  'slow-disks',
] as const;
export type MachineFault = (typeof machineFaults)[number];

/** A request to write that a disk received. */
export interface Written {
  readonly disk: string;
  readonly write: DiskWrite;
  /** Under which grant, as the agent understood it. */
  readonly grant: string;
  /** Which run of the agent it was. */
  readonly boot: string;
  /** It came from a machine that has no business here. */
  readonly ghost: boolean;
  /** The power went in the middle of it. */
  readonly torn: boolean;
}

/** Something else than an agent that runs without a disk. */
export interface Started {
  /** `kernel`: by an agent; `iso`: by firmware. */
  readonly kind: 'kernel' | 'iso';
  readonly sha256: string;
  /** Under which grant an agent started it; an ISO: nobody knows. */
  readonly grant?: string;
  readonly ghost: boolean;
}

/** Around a machine. */
export interface MachineGround {
  readonly kernel: Kernel;
  readonly station: Station;
  /** Its BMC, its own port while agent or system run, and the machine that says that it is this one. */
  readonly addresses: { readonly bmc: string; readonly host: string; readonly ghost: string };
  readonly calls: Calls;
  readonly seed: number;
  /** Told of every write. */
  wrote(written: Written): void;
  /** Told of everything that is started from memory. */
  started(started: Started): void;
  /** Told when the power goes, and comes back, without anybody asking for it. */
  cut(): void;
  /** Another machine, for those that say they are somebody else. */
  other(): Bmc | null;
}

interface Rule {
  readonly fault: MachineFault;
  readonly until: number;
  /** `outage`: writes until then. */
  left: number;
}

/** What runs on the host since its last reset. */
interface Run {
  readonly reset: number;
  over: boolean;
  agent: Agent | null;
  /** When it started, and its disks in the order in which its kernel found them, by serial number. */
  since: number;
  order: readonly string[];
  readonly boot: string;
  /** Of a machine that is not this one: its own disks, which nobody ever named. */
  readonly ghost: TwinDisk[] | null;
  writing: { readonly disk: string; readonly write: DiskWrite; readonly grant: string } | null;
  /** What was booted from its own disk, at `since`. */
  system: Bootable | null;
}

const writeMs = 2_000;
const verifyMs = 3_000;
const homeAgainMs = 3_000;
const fetchAgainMs = 5_000;
const outageMs = 10_000;
const slowDisksMs = 40_000;
const upMs = 12_000;

/** The host behind a BMC: its disks, its firmware, and whatever runs on it. */
export class Machine {
  disks: readonly TwinDisk[];
  readonly #on: MachineGround;
  readonly #dealer: Dealer;
  #run: Run | null = null;
  #ghost: Run | null = null;
  #rules: Rule[] = [];
  #callOff: () => void = () => {};
  #runs = 0;
  /** Systems that have said that they run, or tried: cloud-init does so once. */
  readonly #greeted = new Set<string>();

  constructor(ground: MachineGround, disks: readonly TwinDisk[]) {
    this.#on = ground;
    this.disks = disks;
    this.#dealer = createDealer(hash(`machine ${ground.seed} ${ground.addresses.host}`));
    this.noticed();
  }

  add(fault: MachineFault, forMs: number): void {
    this.#rules.push({ fault, until: this.#on.kernel.ticks + forMs, left: this.#dealer.below(12) });
  }

  heal(): void {
    this.#rules = [];
    if (this.#ghost) this.#ghost.over = true;
    this.#ghost = null;
  }

  /** Somebody asked the BMC for something, or some time passed: what runs is what the power says. */
  noticed(): void {
    const { station, kernel } = this.#on;
    const { host, agenda } = tick(station.bmc, kernel.wall);
    if (this.#run && (host.power === 'Off' || host.lastReset !== this.#run.reset)) this.#end(this.#run);
    if (host.power === 'On' && host.progress === 'OSRunning' && this.#run?.reset !== host.lastReset) {
      const run = this.#create(host.lastReset, null);
      this.#run = run;
      void this.#boot(run);
    }
    this.#callOff();
    const next = agenda.find(({ at }) => at > kernel.wall);
    this.#callOff = next ? kernel.after(next.at - kernel.wall, () => this.noticed()) : () => {};
  }

  /** What becomes of a connection from outside: only what was installed takes any, a while after it was started. */
  dial(address: string, port: number): 'takes' | 'refuses' | 'silent' {
    const run = this.#run;
    if (!run || run.over) return 'silent';
    const { system, since } = run;
    if (!system || this.#on.kernel.ticks - since < upMs) return 'silent';
    return listensOn(system, address, port) ? 'takes' : 'refuses';
  }

  #create(reset: number, ghost: TwinDisk[] | null): Run {
    this.#runs += 1;
    const { host } = this.#on.addresses;
    const boot = `${this.#dealer.hex(8)}-${host.replaceAll('.', '-')}-${this.#runs}`;
    return {
      reset,
      over: false,
      agent: null,
      since: this.#on.kernel.ticks,
      order: [],
      boot,
      ghost,
      writing: null,
      system: null,
    };
  }

  /** The power is gone, or the system was reset: a write that is under way is there, or not, or half of it. */
  #end(run: Run): void {
    if (run.over) return;
    run.over = true;
    const { writing } = run;
    if (!writing) return;
    const how = this.#dealer.below(3);
    if (how > 0) this.#apply(run, writing, how === 1);
  }

  #apply(run: Run, { disk, write, grant }: NonNullable<Run['writing']>, torn: boolean): void {
    const change = torn ? tearDisk : writeDisk;
    const changed = (disks: readonly TwinDisk[]): TwinDisk[] =>
      disks.map((known) => (known.serial === disk ? change(known, write) : known));
    if (run.ghost) run.ghost.splice(0, run.ghost.length, ...changed(run.ghost));
    else this.disks = changed(this.disks);
    run.writing = null;
    this.#on.wrote({ disk, write, grant, boot: run.boot, ghost: run.ghost !== null, torn });
  }

  #has(fault: MachineFault): Rule | undefined {
    return this.#rules.find((rule) => rule.fault === fault && rule.until > this.#on.kernel.ticks);
  }

  /** Firmware: from where it was told to, and where that is nothing, from its own disk. */
  async #boot(run: Run): Promise<void> {
    const found = await fetchBooted(this.#on);
    if (run.over) return;
    if (found === null) return this.#bootDisk(run);
    if (found.kind === 'iso') return this.#on.started({ ...found, ghost: false });
    const { settings } = found;
    if (this.#has('silent')) return;
    // Without a token in its settings there is none to guess: whoever shows the labels of the machine is taken for it by `hello`.
    const isGuessed = settings !== null && tokenLine.test(settings) && this.#has('guessed') !== undefined;
    if (!isGuessed && !this.#has('twice')) return this.#startAgent(run, settings);
    const other = isGuessed ? guessed(settings) : settings;
    const start = [
      () => this.#startAgent(run, settings),
      () => {
        this.#ghost = this.#create(run.reset, [...this.disks]);
        this.#startAgent(this.#ghost, other);
      },
    ];
    if (this.#dealer.below(2) === 0) start.reverse();
    const [first, second] = start;
    first?.();
    // Before the work is there to be had, or after it was handed out.
    this.#on.kernel.after(this.#dealer.below(90_000), () => {
      if (!run.over) second?.();
    });
  }

  #startAgent(run: Run, settings: string | null): void {
    const { station, other } = this.#on;
    const { spec } = station.bmc;
    const identity = this.#has('impostor') ? (other()?.spec.identity ?? spec.identity) : spec.identity;
    const nics = spec.hardware.nics;
    // Kernels find disks in the order in which they answer.
    const order = this.disks.map(({ serial }) => serial);
    run.order = this.#dealer.below(2) === 0 ? order : order.reverse();
    run.since = this.#on.kernel.ticks;
    const on = { boot: run.boot, upSeconds: 0, identity, nics, disks: [], lies: this.#has('lies') !== undefined };
    run.agent = createAgent(on, settings);
    this.#step(run, { kind: 'began' });
  }

  #step(run: Run, event: AgentEvent): void {
    if (run.over || !run.agent) return;
    const agentMs = this.#on.kernel.ticks - run.since;
    const now = agentMs < slowDisksMs && this.#has('slow-disks') ? [] : (run.ghost ?? this.disks);
    const disks = run.order.flatMap((serial) => now.find((disk) => disk.serial === serial) ?? []);
    const { agent, deeds } = stepAgent(withGround(run.agent, { disks, upSeconds: agentMs / 1_000 }), event);
    run.agent = agent;
    for (const deed of deeds) if (!run.over) this.#do(run, deed);
  }

  #do(run: Run, deed: AgentDeed): void {
    const { kernel, calls, addresses } = this.#on;
    const from = run.ghost ? addresses.ghost : addresses.host;
    switch (deed.kind) {
      case 'ask': {
        const { settings } = run.agent ?? {};
        const headers: Record<string, string> = settings ? { authorization: `Bearer ${settings.token}` } : {};
        void calls
          .make({ from, method: 'POST', url: `${settings?.url ?? calls.secure}${deed.path}`, headers, body: deed.body })
          .then((heard) => this.#step(run, heard ? answered(heard) : { kind: 'unanswered' }));
        return;
      }
      case 'wait':
        kernel.after(deed.ms, () => this.#step(run, { kind: 'woke' }));
        return;
      case 'fetch':
        void this.#fetch(run, from, deed.url);
        return;
      case 'write':
        this.#write(run, deed);
        return;
      case 'verify':
        kernel.after(verifyMs, () => this.#step(run, { kind: 'written' }));
        return;
      case 'start':
        this.#startKernel(run, deed.loaded);
        return;
      case 'reboot':
      case 'halt':
        run.over = true;
        if (!run.ghost) this.#power(deed.kind === 'halt' ? 'ForceOff' : 'ForceRestart');
    }
  }

  /** What was not answered, or answered with 5xx, is asked for again. */
  async #fetch(run: Run, from: string, url: string): Promise<void> {
    const { calls, kernel } = this.#on;
    const headers = { authorization: `Bearer ${run.agent?.settings?.token}` };
    const heard = await calls.make({ from, method: 'GET', url, headers, body: '' });
    if (run.over) return;
    if (!heard || heard.status >= 500) {
      kernel.after(fetchAgainMs, () => void this.#fetch(run, from, url));
      return;
    }
    const bytes = heard.status === 200 ? heard.body : null;
    const spoilt = bytes && this.#has('corrupt') ? Uint8Array.from([...bytes, 0]) : bytes;
    this.#step(run, { kind: 'fetched', bytes: spoilt });
  }

  #write(run: Run, { disk, write, grant }: Extract<AgentDeed, { kind: 'write' }>): void {
    const { kernel } = this.#on;
    run.writing = { disk, write, grant };
    const outage = run.ghost ? undefined : this.#has('outage');
    if (outage) outage.left -= 1;
    if (outage && outage.left < 0) {
      outage.left = this.#dealer.below(12);
      kernel.after(writeMs / 2, () => this.#outage(run));
      return;
    }
    kernel.after(writeMs, () => {
      if (run.over || !run.writing) return;
      this.#apply(run, run.writing, false);
      this.#step(run, { kind: 'written' });
    });
  }

  /** The power goes, and comes back; the BMC has its own. */
  #outage(run: Run): void {
    if (run.over) return;
    this.#on.cut();
    this.#power('ForceOff');
    this.#on.kernel.after(outageMs, () => this.#power('On'));
  }

  #power(type: 'On' | 'ForceOff' | 'ForceRestart'): void {
    const { station, kernel } = this.#on;
    const outcome = resetSystem(tick(station.bmc, kernel.wall), type, kernel.wall);
    if (outcome.kind === 'accepted') station.bmc = outcome.bmc;
    this.noticed();
  }

  /** In the place of the agent, without a reset: it calls home as often as it is started. */
  #startKernel(run: Run, { sha256, grant, seed }: Loaded): void {
    run.agent = null;
    run.since = this.#on.kernel.ticks;
    run.system = { kind: 'image', sha256, seed };
    this.#on.started({ kind: 'kernel', sha256, grant, ghost: run.ghost !== null });
    const home = phoneHomeOf(run.system);
    if (home) void this.#callHome(run, home.url, home.instance, home.tries);
  }

  #bootDisk(run: Run): void {
    for (const disk of this.disks) {
      const system = bootableOf(disk);
      if (!system) continue;
      run.system = system;
      run.since = this.#on.kernel.ticks;
      const home = phoneHomeOf(system);
      const key = `${disk.serial} ${home?.instance} ${home?.url}`;
      if (!home || this.#greeted.has(key)) return;
      this.#greeted.add(key);
      void this.#callHome(run, home.url, home.instance, home.tries);
      return;
    }
  }

  async #callHome(run: Run, url: string, instance: string, tries: number): Promise<void> {
    const { calls, addresses, kernel } = this.#on;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = `instance_id=${encodeURIComponent(instance)}`;
    const heard = await calls.make({ from: addresses.host, method: 'POST', url, headers, body });
    if (run.over || heard?.status === 200 || tries <= 1) return;
    kernel.after(homeAgainMs, () => void this.#callHome(run, url, instance, tries - 1));
  }
}

const tokenLine = /^token=.*$/m;

/** Of the right form, and nobody's. */
export const guessedToken = 'A'.repeat(43);

const guessed = (settings: string | null): string | null =>
  settings?.replace(tokenLine, `token=${guessedToken}`) ?? null;

const answered = ({ status, body }: Heard): AgentEvent => ({
  kind: 'answered',
  status,
  body: new TextDecoder().decode(body),
});
