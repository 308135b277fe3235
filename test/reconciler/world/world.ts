import { openJournal } from '../../../src/adapters/journal/open.ts';
import type { Event } from '../../../src/ports/events.ts';
import type { Reached, ReachTarget } from '../../../src/ports/reach.ts';
import type { Commit } from '../../../src/ports/repo.ts';
import type { Ports, Settings } from '../../../src/reconciler/knowledge.ts';
import { type RunEnd, run } from '../../../src/reconciler/run.ts';
import { type DiskContent, openMemoryDisk } from '../../../src/rehearsal/disk.ts';
import { createClock, Kernel } from '../../../src/rehearsal/kernel.ts';
import type { Objects } from '../../../src/rehearsal/objects.ts';
import { createRemote, openMemoryRepo, type Remote, writeCommit } from '../../../src/rehearsal/repo.ts';
import { openVault } from '../../../src/rehearsal/vault.ts';
import { parseTrailers } from '../../../src/status/commit-message.ts';
import { openTestBook } from '../../redfish/login-book.ts';
import { ModelAgents } from './agents.ts';
import { type Hook, hooked, silence } from './calls.ts';
import { type Answer, createDriver, type Effect, type Racks } from './driver.ts';
import { createHostDriver, createHosts } from './hosts.ts';
import { ModelMachine } from './machine.ts';
import { nameOf, serialOf, soundFiles, uuidOf } from './manifests.ts';

export const main = 'refs/heads/main';
export const statusRef = 'refs/heads/status/ams1';
export const leaseRef = 'refs/nanometal/lease/ams1';

/** A host that runs nanometal: what outlives its processes. */
export interface HostState {
  readonly name: string;
  bootId: string;
  readonly disk: DiskContent;
  readonly clone: Objects;
}
export const createHost = (name: string): HostState => ({
  name,
  bootId: `boot-of-${name}`,
  disk: new Map(),
  clone: new Map(),
});

/** One run of nanometal. */
export interface Process {
  readonly end: Promise<RunEnd>;
  readonly events: readonly Event[];
  /** As by a signal: it may finish what it is at. */
  stop(): void;
  /** As by SIGKILL: from now on nothing that it calls answers, and nothing that it does counts. */
  kill(): void;
}

const settings: Settings = {
  facility: 'ams1',
  branch: 'main',
  once: true,
  pollMs: 60_000,
  leaseTermMs: 120_000,
  standbyMs: 0,
  gatherMs: 60_000,
  fetchMs: 10_000,
  lookMs: 4_000,
  author: { name: 'nanometal ams1', email: 'nanometal@ams1.example' },
};

/** A Git host, racks, people, and hosts that run nanometal: all in memory, in virtual time. */
export class World {
  readonly kernel = new Kernel(Date.parse('2026-11-22T12:00:00Z'));
  readonly clock = createClock(this.kernel);
  readonly remote: Remote = createRemote();
  readonly host = createHost('first');
  readonly racks: Racks;
  readonly effects: Effect[] = [];
  /** Of the control plane; manifests that name none never reach them. */
  readonly hosts = createHosts('h1', 'h2');
  readonly agents: ModelAgents;
  /** Who takes TCP connections, as `10.1.2.7:22`, and who was asked for one. */
  readonly listeners = new Set<string>();
  readonly dialled: string[] = [];
  readonly #objects: Objects;

  constructor(count: number, policy?: string) {
    this.#objects = this.remote.objects;
    const machines = new Map<string, ModelMachine>();
    for (let i = 1; i <= count; i++)
      machines.set(nameOf(i), new ModelMachine({ uuid: uuidOf(i), serial: serialOf(i) }));
    this.agents = new ModelAgents(this.kernel, machines);
    this.racks = { machines, effects: this.effects, looks: 0, missing: () => null, answers: new Map() };
    this.commit(soundFiles(count, policy));
  }

  machine(index: number): ModelMachine {
    const machine = this.racks.machines.get(nameOf(index));
    if (!machine) throw new Error(`there is no machine ${index}`);
    return machine;
  }

  answer(index: number, ...answers: readonly Answer[]): void {
    this.racks.answers.set(nameOf(index), [...answers]);
  }

  /** People change files on main; null deletes one. */
  commit(changes: Readonly<Record<string, string | null>>, ref = main, message = 'people\n'): string {
    const before = this.remote.refs.get(ref) ?? null;
    const object = before === null ? undefined : this.#objects.get(before);
    const id = writeCommit(this.#objects, {
      parents: before === null ? [] : [before],
      base: object?.kind === 'commit' ? object.body.tree : null,
      changes: new Map(Object.entries(changes)),
      message,
      author: { name: 'people', email: 'people@example.net' },
      at: this.clock.now(),
    });
    this.remote.refs.set(ref, id);
    return id;
  }

  head(ref = main): string | null {
    return this.remote.refs.get(ref) ?? null;
  }

  /** By force, as only people with rights can. Null deletes. */
  move(ref: string, id: string | null): void {
    if (id === null) this.remote.refs.delete(ref);
    else this.remote.refs.set(ref, id);
  }

  /** Commits that are reached from a ref, newest first, along first parents. */
  history(ref = statusRef): readonly Commit[] {
    const found: Commit[] = [];
    let id = this.head(ref);
    while (id !== null) {
      const object = this.#objects.get(id);
      if (object?.kind !== 'commit') break;
      const { tree, parents, seconds, message } = object.body;
      found.push({ id, tree, parents, at: seconds * 1000, message });
      id = parents[0] ?? null;
    }
    return found;
  }

  /** The kinds of the status commits, oldest first. */
  kinds(): readonly string[] {
    return this.history()
      .map(({ message }) => parseTrailers(message).get('Nanometal-Kind')?.[0] ?? 'foreign')
      .reverse();
  }

  /** One file of the status branch; undefined where there is none. */
  file(path: string, ref = statusRef): string | undefined {
    const head = this.#objects.get(this.head(ref) ?? '');
    let id = head?.kind === 'commit' ? head.body.tree : '';
    for (const part of path.split('/')) {
      const folder = this.#objects.get(id);
      id = (folder?.kind === 'tree' ? folder.items.find((item) => item.name === part)?.id : '') ?? '';
    }
    const blob = this.#objects.get(id);
    return blob?.kind === 'blob' ? new TextDecoder().decode(blob.bytes) : undefined;
  }

  /** Starts nanometal on a host; `hook` stands between it and its ports. */
  start(said: Partial<Settings> = {}, host: HostState = this.host, hook: Hook = (_, proceed) => proceed()): Process {
    const events: Event[] = [];
    const stop = new AbortController();
    let dead = false;
    const guarded: Hook = async (call, proceed) => {
      if (dead) return silence();
      const answer = await hook(call, proceed);
      return dead ? silence() : answer;
    };
    const boot = async (): Promise<RunEnd> => {
      const ports = await this.#ports(host, guarded, events, () => dead);
      return run(ports, { ...settings, ...said }, 3600_000, stop.signal);
    };
    return {
      end: boot(),
      events,
      stop: () => stop.abort(),
      kill: () => {
        dead = true;
      },
    };
  }

  async #ports(host: HostState, hook: Hook, events: Event[], isDead: () => boolean): Promise<Ports> {
    const { clock } = this;
    const disk = hooked('disk', openMemoryDisk(host.disk), hook);
    const repo = hooked('repo', openMemoryRepo(this.remote, host.clone), hook);
    const driver = createDriver(this.racks, clock);
    const observe = hooked('driver', driver, hook);
    return {
      fleetRepo: repo,
      statusRepo: repo,
      drivers: new Map([['model', observe]]),
      controlPlaneDrivers: new Map([['ssh', hooked('hosts', createHostDriver(this.hosts, clock, isDead), hook)]]),
      agents: this.agents.port(isDead),
      reach: hooked('reach', { connect: (to: ReachTarget) => this.#connect(to) }, hook),
      vault: openVault(),
      journal: await openJournal(disk, { clock, host }),
      disk,
      loginBook: await openTestBook(clock, host.disk),
      clock,
      random: { fraction: () => 0.5, hex: (bytes) => host.name.length.toString(16).padStart(bytes * 2, '0') },
      host: { name: host.name, bootId: host.bootId, pid: 1 },
      events: { emit: (event) => void events.push(event) },
      wake: hooked(
        'wake',
        { next: (ms: number, signal: AbortSignal) => clock.sleep(ms, signal), close: async () => {} },
        hook,
      ),
    };
  }

  async #connect({ address, port }: ReachTarget): Promise<Reached> {
    const to = `${address}:${port}`;
    this.dialled.push(to);
    const takes = this.listeners.has(to);
    return takes ? { kind: 'taken' } : { kind: 'failed', reason: 'refused', message: `${to} refuses connections` };
  }

  /** `nanometal run --once`, to its end. */
  async once(said: Partial<Settings> = {}, host?: HostState, hook?: Hook): Promise<RunEnd> {
    return this.kernel.until(this.start({ ...said, once: true }, host, hook).end);
  }

  /** `PowerOff ams1-1` of every request that had its effect, in order. */
  happened(from = 0): readonly string[] {
    return this.effects
      .slice(from)
      .flatMap(({ args, machine, happened }) => (happened ? [`${wordOf(args)} ${machine}`] : []));
  }

  /** Every request that a machine received, with how it was answered. */
  received(): readonly string[] {
    return this.effects.map(({ args, machine, answer }) => `${wordOf(args)} ${machine} ${answer}`);
  }
}

const wordOf = (args: Effect['args']): string =>
  args.verb === 'PowerOff' && args.force ? 'PowerOff/force' : args.verb;
