import type { Caller, Heard, Report, WorkItem } from '../../../src/model/boot.ts';
import type { Expected } from '../../../src/model/expected.ts';
import type { Started } from '../../../src/model/outcome.ts';
import type { Agents, Claim, Home } from '../../../src/ports/agents.ts';
import type { Kernel } from '../../../src/rehearsal/kernel.ts';
import { silence } from './calls.ts';
import type { ModelMachine } from './machine.ts';

/** How an agent goes wrong, while it is said of its machine. */
export type Trouble =
  /** It never gets to the network. */
  | 'deaf'
  /** It dies when it was given work, before it wrote anything, or half-way. */
  | 'dies'
  | 'dies-half-way'
  /** It says that it failed, and leaves the disk as it was, or written to. */
  | 'DiskTooSmall'
  | 'DigestDiffers'
  | 'EraseFailed'
  /** What it installed does not call home. */
  | 'mute';

/** One run of an agent on one machine. */
interface Run {
  readonly boot: string;
  readonly start: number;
  item?: WorkItem;
  since: number;
  state: 'asking' | 'working' | 'ended' | 'dead';
  report?: Report;
}

interface Waiter {
  readonly answer: (claim: Claim | null) => void;
}

const tickMs = 5_000;
const workMs = 60_000;

/** The agents on all machines, and the boot service that they call: the latter is a process's own. */
export class ModelAgents {
  readonly trouble = new Map<string, Trouble>();
  readonly contested = new Set<string>();
  /** Every work item that an agent took, as `Install ams1-1`. */
  readonly handed: string[] = [];
  readonly calledHome: string[] = [];
  /** Something that happens in the moment when an agent asks for work. */
  onAsk: () => void = () => {};
  readonly #kernel: Kernel;
  readonly #machines: ReadonlyMap<string, ModelMachine>;
  readonly #runs = new Map<ModelMachine, Run>();
  #count = 0;
  #ticking = false;
  #isDead: () => boolean = () => true;
  #expected: ReadonlyMap<string, Expected> = new Map();
  #reports = new Map<string, Heard>();
  #claims = new Map<string, Waiter>();
  #homes: ((home: Home | null) => void) | null = null;

  constructor(kernel: Kernel, machines: ReadonlyMap<string, ModelMachine>) {
    this.#kernel = kernel;
    this.#machines = machines;
  }

  get expected(): ReadonlyMap<string, Expected> {
    return this.#expected;
  }

  /** The boot service of a new process; that of the last one is gone. */
  port(isDead: () => boolean): Agents {
    this.#isDead = isDead;
    this.#expected = new Map();
    this.#reports = new Map();
    this.#claims = new Map();
    this.#homes = null;
    return {
      unable: null,
      expect: (_, expected) => {
        if (isDead()) return;
        this.#expected = expected;
        this.#tend();
      },
      claim: (machine, signal) =>
        new Promise((resolve) => {
          if (isDead()) return;
          const waiter: Waiter = {
            answer: (claim) => {
              if (this.#claims.get(machine) === waiter) this.#claims.delete(machine);
              if (!isDead()) resolve(claim);
            },
          };
          if (signal.aborted) return waiter.answer(null);
          this.#claims.set(machine, waiter);
          signal.addEventListener('abort', () => waiter.answer(null), { once: true });
        }),
      reports: () => this.#reports,
      contested: () => this.contested,
      home: (signal) =>
        new Promise((resolve) => {
          if (signal.aborted) return resolve(null);
          this.#homes = resolve;
          signal.addEventListener('abort', () => resolve(null), { once: true });
        }),
      mediumOf: (attempt) => ({ iso: `http://boot/media/${attempt}/boot.iso` }),
      homeOf: (grant) => `http://boot/phone-home/${grant.slice(7, 39)}`,
    };
  }

  #tend(): void {
    if (this.#ticking || (this.#expected.size === 0 && this.#runs.size === 0)) return;
    this.#ticking = true;
    this.#kernel.after(tickMs, () => {
      this.#ticking = false;
      for (const [name, machine] of this.#machines) this.#tick(name, machine);
      this.#tend();
    });
  }

  #tick(name: string, machine: ModelMachine): void {
    const now = this.#kernel.ticks;
    const started = machine.startedFrom(now);
    if (started === null || started.kind === 'disk') {
      this.#runs.delete(machine);
      if (started !== null) this.#callHome(name, machine);
      return;
    }
    const trouble = this.trouble.get(name);
    if (trouble === 'deaf') return;
    let run = this.#runs.get(machine);
    if (run?.start !== machine.starts) {
      this.#count += 1;
      run = { boot: `boot-${this.#count}`, start: machine.starts, since: now, state: 'asking' };
      this.#runs.set(machine, run);
    }
    if (run.state === 'working') this.#work(run, machine, now, trouble);
    if (run.state === 'dead' || this.#isDead()) return;
    const known = this.#calledBy(name, started);
    if (known === null) return;
    if (known === undefined) {
      machine.restart(now);
      return;
    }
    const [seat, expected] = known;
    if (run.state === 'asking') this.#ask(seat, run, machine);
    else if (run.report) this.#reports.set(seat, { report: run.report, at: now });
    if (run.state !== 'ended' || expected.next === null) return;
    if (expected.next === 'halt') machine.pull(now);
    else machine.restart(now);
  }

  /** Who calls is told by the token, and that is the attempt's. `undefined`: nobody wants it; `null`: not this attempt. */
  #calledBy(name: string, { url }: { readonly url?: string }): readonly [string, Expected] | undefined | null {
    const byName = this.#expected.get(name);
    if (url === undefined) return byName && [name, byName];
    const found = [...this.#expected].find(([, { attempt }]) => url === `http://boot/media/${attempt}/boot.iso`);
    return found ?? (byName === undefined ? undefined : null);
  }

  #ask(name: string, run: Run, machine: ModelMachine): void {
    const waiter = this.#claims.get(name);
    if (!waiter) return;
    this.onAsk();
    const isDead = this.#isDead;
    const caller: Caller = {
      agent: '0.1.0',
      boot: run.boot,
      identity: machine.identity,
      ports: [{ mac: '02:00:00:00:00:01', up: true, mbps: 10_000, neighbour: 'switch-1/Eth1' }],
      disks: machine.disks,
    };
    waiter.answer({
      caller,
      hand: async (item): Promise<Started> => {
        if (isDead()) return silence();
        run.item = item;
        run.state = 'working';
        run.since = this.#kernel.ticks;
        this.handed.push(`${item.verb} ${name}`);
        return { kind: 'accepted', status: 200 };
      },
      refuse: () => {},
    });
  }

  #work(run: Run, machine: ModelMachine, now: number, trouble: Trouble | undefined): void {
    const { item } = run;
    if (!item) return;
    const report = (said: Partial<Report>): void => {
      run.report = { grant: item.grant, boot: run.boot, state: 'working', receipts: [], ...said };
    };
    if (trouble === 'dies') {
      run.state = 'dead';
      return;
    }
    const elapsed = now - run.since;
    report({ step: 'write', percent: Math.min(99, Math.floor((100 * elapsed) / workMs)), disk: 'dirty' });
    if (item.verb === 'Install') {
      const known = machine.disks[0]?.marker;
      const isDone = known?.grant === item.grant && known.state === 'installed';
      if (!isDone) machine.write({ holds: [], marker: { facility: item.facility, grant: item.grant, state: 'dirty' } });
      if (isDone) {
        run.state = 'ended';
        report({ state: 'done', evidence: 'found as installed' });
        return;
      }
    }
    if (trouble === 'dies-half-way' && elapsed >= workMs / 2) {
      run.state = 'dead';
      return;
    }
    if (elapsed < workMs) return;
    run.state = 'ended';
    if (trouble === 'DiskTooSmall') {
      report({ state: 'failed', reason: trouble, message: '480 GB are needed', disk: 'untouched' });
    } else if (trouble === 'DigestDiffers' || trouble === 'EraseFailed') {
      report({ state: 'failed', reason: trouble, message: 'it is not so', disk: 'dirty' });
    } else if (item.verb === 'Install') {
      machine.write({ holds: ['gpt'], marker: { facility: item.facility, grant: item.grant, state: 'installed' } });
      report({ state: 'done', evidence: `verified sha256:${item.image.sha256.slice(0, 8)}… on ${item.disk?.value}` });
    } else if (item.verb === 'Erase') {
      machine.write({ holds: [], marker: { facility: item.facility, grant: item.grant, state: 'erased' } });
      const receipts = item.disks.map(({ value }) => ({
        disk: value,
        method: 'nvme-format',
        answer: 'success',
        verified: 'zero:64',
      }));
      report({ state: 'done', evidence: `erased ${receipts.map(({ disk }) => disk).join(', ')}`, receipts });
    } else report({ state: 'done', evidence: 'inspected' });
  }

  #callHome(name: string, machine: ModelMachine): void {
    const expected = this.#expected.get(name);
    const marker = machine.disks[0]?.marker;
    if (!expected?.home || marker?.state !== 'installed' || this.trouble.get(name) === 'mute' || this.#isDead()) return;
    const waiter = this.#homes;
    if (!waiter) return;
    this.#homes = null;
    const isDead = this.#isDead;
    const heard = (): void => {
      if (!isDead()) this.calledHome.push(name);
    };
    waiter({ machine: name, grant: expected.grant, evidence: `${name}, instance bootstrap-1`, heard });
  }
}
