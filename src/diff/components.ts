import type {
  ComponentHost,
  ComponentLook,
  ComponentMemory,
  ComponentPlan,
  ControlPlane,
  HostLook,
  HostName,
  Release,
  ReleaseAction,
  ReleaseHold,
  ReleaseHoldReason,
  ReleaseMemory,
} from '../model/component.ts';
import type { Window } from '../model/fleet.ts';
import type { Instant, Ticks } from '../model/names.ts';
import { isOpen } from './windows.ts';

export interface ComponentsInput {
  /** Absent: the facility declares none. */
  readonly controlPlane: ControlPlane | undefined;
  /** Nothing is begun, and why. */
  readonly stopped: { readonly reason: 'Paused' | 'Held'; readonly message: string } | null;
  readonly memory: ComponentMemory;
  readonly looks: ReadonlyMap<HostName, HostLook>;
  /** Hosts on which something is being applied. */
  readonly busy: ReadonlySet<HostName>;
  /** Releases that could not be applied, by `retryKey`. */
  readonly retries: ReadonlyMap<string, { readonly at: Ticks; readonly message: string }>;
  readonly now: Ticks;
  /** Of the facility. */
  readonly windows: readonly Window[];
  /** Wall clock, for the windows. */
  readonly wall: Instant;
}

/**
 * What of the control plane is to be applied now, and why not the rest. An apply is convergent, so that unlike a machine's
 * request it needs no grant that is spent: a difference is put right as often as it comes back. What did not get healthy
 * is not tried again, on any host. While a release is held back, what is in force instead of it is seen to.
 */
export function planComponents(input: ComponentsInput): ComponentPlan {
  const { controlPlane, memory, busy } = input;
  const releases = controlPlane?.releases ?? [];
  const actions: ReleaseAction[] = [];
  const holds: ReleaseHold[] = [];
  const changing = new Set(busy);
  const hosts = new Map((controlPlane?.hosts ?? []).map((host) => [host.name, host]));
  for (const release of releases) {
    const action = wantedOf(release, input);
    if (action === null) continue;
    const held = holdOf(release, action, input, hosts, changing);
    if (held) holds.push({ component: release.component, host: release.host, ...held });
    const next = held ? repairOfInForce(release, held, input, changing) : action;
    if (next === null || next === 'unknown') continue;
    actions.push(next);
    changing.add(release.host);
  }
  return { actions, holds: [...holds, ...undeclared(releases, memory)] };
}

/** One release of one component on one host. */
export const retryKey = ({ component, host, digest }: Pick<Release, 'component' | 'host' | 'digest'>): string =>
  `${component} ${host} ${digest}`;

/** Installed as declared, and healthy. */
export function isAsDeclared(release: Release, look: ComponentLook | undefined): boolean {
  if (!look || look.differences.length > 0) return false;
  if (release.state === 'absent') return look.release === null;
  return look.healthy && look.release?.digest === release.digest;
}

/** Null: nothing is to be done. `unknown`: the host has not been seen. */
function wantedOf(release: Release, { looks }: ComponentsInput): ReleaseAction | 'unknown' | null {
  const look = looks.get(release.host);
  if (look?.kind !== 'seen') return 'unknown';
  const seen = look.components.get(release.component);
  if (!seen) return 'unknown';
  if (isAsDeclared(release, seen)) return null;
  return { release, because: becauseOf(release, seen), differences: seen.differences };
}

function becauseOf(release: Release, seen: ComponentLook): ReleaseAction['because'] {
  if (release.state === 'absent') return 'remove';
  if (seen.release === null) return 'install';
  if (seen.release.digest !== release.digest) return 'upgrade';
  return seen.differences.length > 0 ? 'repair' : 'restart';
}

interface Held {
  readonly reason: ReleaseHoldReason;
  readonly message: string;
  readonly settling?: true;
}

function holdOf(
  release: Release,
  action: ReleaseAction | 'unknown',
  input: ComponentsInput,
  hosts: ReadonlyMap<HostName, ComponentHost>,
  changing: ReadonlySet<HostName>,
): Held | null {
  const { memory, looks, retries, stopped, controlPlane, now } = input;
  if (changing.has(release.host)) {
    return { reason: 'Budget', message: `${release.host} is being changed: one thing at a time`, settling: true };
  }
  const look = looks.get(release.host);
  if (look === undefined || action === 'unknown') return unseen(release.host, look, hosts.get(release.host));
  const failed = failureOf(release, memory, controlPlane?.releases ?? []);
  if (failed) return failed;
  if (stopped) return stopped;
  const waits = waitsFor(release, input);
  if (waits) return waits;
  if (isShut(input) && disrupts(action, input)) {
    return { reason: 'Window', message: `outside the maintenance windows of the facility: ${action.because} waits` };
  }
  const retry = retries.get(retryKey(release));
  if (retry && retry.at > now) return { reason: 'Retrying', message: retry.message };
  const limit = concurrencyOf(input);
  if (changing.size < limit) return null;
  return { reason: 'Budget', message: `${limit} of the hosts may be changed at one time`, settling: true };
}

const concurrencyOf = ({ controlPlane }: ComponentsInput): number => controlPlane?.concurrency ?? 1;
const isShut = ({ windows, wall }: ComponentsInput): boolean => !isOpen(windows, wall);

/** What runs well would be changed by it. What is not well may be helped at any time, and what has begun may end. */
function disrupts({ release, because }: ReleaseAction, { memory, looks }: ComponentsInput): boolean {
  const { component, host, digest } = release;
  if (memory.get(component)?.get(host)?.applying?.digest === digest) return false;
  const look = looks.get(host);
  const seen = look?.kind === 'seen' ? look.components.get(component) : undefined;
  switch (because) {
    case 'install':
    case 'restart':
      return false;
    case 'upgrade':
      return seen?.inForce?.healthy ?? true;
    case 'remove':
      return seen?.release !== null;
    case 'repair':
      return seen?.inForce?.release.digest === digest ? seen.inForce.disrupts : (seen?.disrupts ?? true);
  }
}

/** Holds during which what was healthy last goes on, for longer than moments. */
const isLasting = (reason: ReleaseHoldReason): boolean =>
  reason === 'Failed' || reason === 'Window' || reason === 'After' || reason === 'Retrying';

function repairOfInForce(
  { component, host }: Release,
  { reason }: Held,
  input: ComponentsInput,
  changing: ReadonlySet<HostName>,
): ReleaseAction | null {
  const look = input.looks.get(host);
  const inForce = look?.kind === 'seen' ? look.components.get(component)?.inForce : undefined;
  if (inForce === undefined || (inForce.healthy && inForce.differences.length === 0)) return null;
  if (!isLasting(reason) || input.stopped || changing.has(host) || changing.size >= concurrencyOf(input)) return null;
  const { release, differences } = inForce;
  const action = { release, because: differences.length > 0 ? 'repair' : 'restart', differences } as const;
  if (isShut(input) && disrupts(action, input)) return null;
  const retry = input.retries.get(retryKey(release));
  return retry && retry.at > input.now ? null : action;
}

function unseen(name: HostName, look: HostLook | undefined, host: ComponentHost | undefined): Held {
  if (look?.kind !== 'missed') {
    return { reason: 'HostUnreachable', message: `${name} has not been looked at yet`, settling: true };
  }
  const at = host ? `${name} (${host.address}:${host.port})` : name;
  const message = `${at}: ${look.message}`;
  switch (look.reason) {
    case 'unreachable':
      return { reason: 'HostUnreachable', message };
    case 'host-key':
      return { reason: 'HostKey', message };
    case 'credentials':
      return { reason: 'CredentialsRefused', message };
    case 'unsupported':
      return { reason: 'Unsupported', message };
  }
}

/** Here, or as the same version on another host: what broke one is not spread. */
function failureOf(release: Release, memory: ComponentMemory, releases: readonly Release[]): Held | null {
  const hosts = memory.get(release.component);
  const own = hosts?.get(release.host);
  if (own?.failed?.digest === release.digest) {
    const runs = own.healthy ? `${own.healthy.version} runs again` : 'nothing of it is left';
    const message = `${own.failed.version} did not get healthy: ${own.failed.message}; ${runs}; commit what mends it`;
    return { reason: 'Failed', message };
  }
  for (const sibling of releases) {
    if (sibling.component !== release.component || sibling.host === release.host) continue;
    const failed = hosts?.get(sibling.host)?.failed;
    if (failed?.digest !== sibling.digest || sibling.state !== release.state) continue;
    const message = `${failed.version} did not get healthy on ${sibling.host}, so that it is not applied here`;
    return { reason: 'Failed', message };
  }
  return null;
}

/** Removal goes by the same order: what is declared absent waits for nobody. */
function waitsFor(release: Release, { controlPlane, looks }: ComponentsInput): Held | null {
  if (release.state === 'absent') return null;
  for (const name of release.after) {
    const before = (controlPlane?.releases ?? []).filter(
      ({ component, state }) => component === name && state === 'present',
    );
    for (const one of before) {
      const look = looks.get(one.host);
      if (look?.kind === 'seen' && isAsDeclared(one, look.components.get(name))) continue;
      return { reason: 'After', message: `it comes after ${name}, which is not healthy on ${one.host} yet` };
    }
  }
  return null;
}

/** A release that is no longer declared is left as it is (law 3), and said so for as long as it may be there. */
function undeclared(releases: readonly Release[], memory: ComponentMemory): readonly ReleaseHold[] {
  const declared = new Set(releases.map(({ component, host }) => `${component} ${host}`));
  const left: ReleaseHold[] = [];
  for (const [component, hosts] of memory) {
    for (const [host, known] of hosts) {
      if (declared.has(`${component} ${host}`) || !mayBeThere(known)) continue;
      const message = `it is no longer declared, and was left on ${host} as it is; declare it with absent: true to have it removed`;
      left.push({ component, host, reason: 'Undeclared', message });
    }
  }
  return left;
}

const mayBeThere = ({ healthy, applying }: ReleaseMemory): boolean => healthy !== undefined || applying !== undefined;
