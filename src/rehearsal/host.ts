import { openJournal } from '../adapters/journal/open.ts';
import { openLoginBook } from '../adapters/login-book.ts';
import { createDesk, type Desk } from '../boot/desk.ts';
import { redfish } from '../drivers/infrastructure/redfish/driver.ts';
import { createRegistry } from '../drivers/registry.ts';
import type { Agents } from '../ports/agents.ts';
import type { Clock } from '../ports/clock.ts';
import type { ControlPlaneDriver } from '../ports/driver.ts';
import type { Events } from '../ports/events.ts';
import type { Random } from '../ports/random.ts';
import type { Repo } from '../ports/repo.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Ports, Settings } from '../reconciler/knowledge.ts';
import { type RunEnd, run } from '../reconciler/run.ts';
import { createDealer, hash } from '../twin/dice.ts';
import { openBootKeys } from './boot-keys.ts';
import { bytesOf } from './boot-side.ts';
import type { Serving } from './calls.ts';
import { type DiskContent, openDisk } from './disk.ts';
import type { Fates } from './fate.ts';
import { type Network, openHttp } from './http.ts';
import { createClock, type HostClock, type Kernel } from './kernel.ts';
import { Life } from './life.ts';
import type { Objects } from './objects.ts';
import { type Lan, openReach, silentLan } from './reach.ts';
import { overNetwork } from './remote.ts';
import { openMemoryRepo, type Remote } from './repo.ts';
import { openVault } from './vault.ts';

/** A host that runs nanometal: what outlives its processes. */
export interface Host {
  readonly name: string;
  /** Another one after each start of its kernel. */
  bootId: string;
  readonly disk: DiskContent;
  /** Its clone of the repository. */
  readonly clone: Objects;
  readonly clock: HostClock;
  /** Processes so far. */
  processes: number;
}

export const createHost = (name: string, kernel: Kernel): Host => ({
  name,
  bootId: `${name}-boot-1`,
  disk: new Map(),
  clone: new Map(),
  clock: createClock(kernel),
  processes: 0,
});

/** One run of nanometal. */
export interface Process {
  readonly life: Life;
  readonly end: Promise<RunEnd>;
  /** As by SIGTERM: it may finish what it is at. */
  stop(): void;
}

/** Everything outside of a process. */
export interface Surroundings {
  readonly kernel: Kernel;
  readonly remote: Remote;
  readonly network: Network;
  readonly secrets: Secrets;
  readonly fates: Fates;
  readonly events: Events;
  readonly seed: number;
  /** Whoever waits is told when a ref moved, as by a file watch; the answer ends it. */
  readonly onMove: (tell: () => void) => () => void;
  /** Files of images, by their digests: what the site cache finds. Absent: none. */
  readonly images?: ReadonlyMap<string, Uint8Array>;
  /** Told whenever the process says whom its boot service is to expect: it has the boot address from then on. */
  readonly serves?: (serving: Serving) => void;
  /** What installed systems take connections on; absent: nobody is there. */
  readonly lan?: Lan;
  /** What acts on the hosts of the control plane, for one process. */
  readonly controlPlaneDrivers?: (life: Life) => ReadonlyMap<string, ControlPlaneDriver>;
  /** At the Git host; for those who watch. */
  readonly watched?: (repo: Repo) => Repo;
}

/** Far longer than anything is rehearsed. */
const runMsMax = 365 * 24 * 3600_000;

/** The production reconciler, driver, Redfish client and journal; only what is outside of them is simulated. */
export function startProcess(host: Host, settings: Settings, around: Surroundings): Process {
  const { kernel, fates, watched = (repo) => repo } = around;
  host.processes += 1;
  const seed = hash(`${around.seed} ${host.name} ${host.processes}`);
  const dealer = createDealer(seed);
  const life = new Life();
  const stop = new AbortController();
  const clock = life.clock(host.clock);
  const bootId = host.bootId;
  const keys = openBootKeys(settings.facility);
  const desk = createDesk({ facility: settings.facility, clock, keys, agent: agentImage });
  const begin = async (): Promise<RunEnd> => {
    const disk = openDisk(host.disk, kernel, life, fates, seed);
    const repo = overNetwork(watched(openMemoryRepo(around.remote, host.clone)), kernel, life, fates);
    const http = openHttp(around.network, kernel, life, fates);
    const random: Random = {
      fraction: () => dealer.below(1 << 30) / (1 << 30),
      hex: (bytes) => dealer.hex(2 * bytes),
    };
    const loginBook = await openLoginBook(disk, clock, random);
    const registry = createRegistry([redfish], { http, secrets: around.secrets, clock, loginBook });
    if (!registry.ok) throw new Error(registry.error);
    const ports: Ports = {
      fleetRepo: repo,
      statusRepo: repo,
      drivers: registry.value.drivers,
      controlPlaneDrivers: around.controlPlaneDrivers?.(life) ?? new Map(),
      agents: openAgents(desk, life, around),
      reach: openReach(around.lan ?? silentLan, kernel, life, fates),
      vault: openVault(),
      journal: await openJournal(disk, { clock, host: { bootId } }),
      disk,
      loginBook,
      clock,
      random,
      host: { name: host.name, bootId, pid: host.processes },
      events: life.events(around.events),
      wake: { next: (ms, signal) => sleepUntilMoved(around.onMove, clock, ms, signal), close: async () => {} },
    };
    return run(ports, settings, runMsMax, stop.signal);
  };
  return { life, end: begin(), stop: () => stop.abort() };
}

const agentImage = { files: new Set(['boot.iso', 'agent.efi', 'vmlinuz', 'initrd']), commandLine: 'console=tty0' };

/** Whoever says whom to expect has the boot address from then on. */
function openAgents(desk: Desk, life: Life, { fates, images = new Map(), serves }: Surroundings): Agents {
  const serving: Serving = {
    life,
    fates,
    answer: (request) => desk.answer(request),
    bytesOf: async (body) => bytesOf(body, images),
  };
  return {
    get unable() {
      return desk.unable;
    },
    expect(boot, expected) {
      desk.expect(boot, expected);
      if (boot !== null) serves?.(serving);
    },
    claim: (machine, signal) => desk.claim(machine, signal),
    reports: () => desk.reports(),
    contested: () => desk.contested(),
    home: (signal) => desk.home(signal),
    mediumOf: (attempt) => desk.mediumOf(attempt),
    homeOf: (grant) => desk.homeOf(grant),
  };
}

async function sleepUntilMoved(
  onMove: Surroundings['onMove'],
  clock: Clock,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  const moved = new AbortController();
  const end = onMove(() => moved.abort());
  await clock.sleep(ms, AbortSignal.any([signal, moved.signal]));
  end();
}
