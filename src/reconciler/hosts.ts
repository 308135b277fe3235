import type { Applied, ControlPlane, HostLook, HostName, Release, ReleaseAction } from '../model/component.ts';
import type { Ticks } from '../model/names.ts';
import { same } from '../model/same.ts';
import type { Clock } from '../ports/clock.ts';
import type { ControlPlaneDriver } from '../ports/driver.ts';
import type { HostSubject } from '../ports/shell.ts';

/** The hosts of the control plane: looked at and changed in the background, each by one thing at a time. */
export interface Hosts {
  /** Starts the looks that are due. */
  tend(controlPlane: ControlPlane, active: boolean, signal: AbortSignal): void;
  /** What was seen last, of hosts and releases that are declared now. */
  looks(controlPlane: ControlPlane): ReadonlyMap<HostName, HostLook>;
  /** Every host has been looked at, for the releases that are declared now. */
  complete(controlPlane: ControlPlane): boolean;
  /** Hosts on which something is being applied. */
  readonly busy: ReadonlySet<HostName>;
  /** Until when scripts of an apply may be sent: as long as nobody else can act here. */
  allow(until: Ticks): void;
  /** Applies one release; what came of it is for `landed`. */
  start(controlPlane: ControlPlane, action: ReleaseAction, signal: AbortSignal): void;
  /** What has ended since the last call. */
  landed(): readonly Landed[];
  nextDueMs(): number;
  /** Waits until what is under way, which its signal has called off, has ended. */
  end(): Promise<void>;
}

export interface Landed {
  readonly release: Release;
  readonly applied: Applied;
}

/** One look at one host, however many releases it has. */
const lookMsMax = 60_000;
/** Between two looks at a host on which something is to be done. */
const activeMs = 5_000;

interface Watched {
  /** Of what was asked: another release of a component makes it old. */
  asked: string;
  look: HostLook | null;
  /** Seen once, and different from what is told: the next look decides. */
  doubt: HostLook | null;
  dueAt: Ticks;
  running: Promise<void> | null;
}

export function createHosts(drivers: ReadonlyMap<string, ControlPlaneDriver>, clock: Clock, pollMs: number): Hosts {
  const watched = new Map<HostName, Watched>();
  const busy = new Set<HostName>();
  const applying = new Set<Promise<void>>();
  let landed: Landed[] = [];
  let allowed: Ticks = Number.NEGATIVE_INFINITY;
  const mayAct = (): boolean => clock.monotonic() < allowed;

  async function lookAt(controlPlane: ControlPlane, host: HostSubject, known: Watched, signal: AbortSignal) {
    const driver = drivers.get(controlPlane.driver);
    const releases = releasesOn(controlPlane, host.name);
    const limit = new AbortController();
    const done = new AbortController();
    void clock.sleep(lookMsMax, done.signal).then(() => limit.abort());
    const look: HostLook = driver
      ? await driver.observe(host, releases, AbortSignal.any([signal, limit.signal]))
      : {
          kind: 'missed',
          reason: 'unsupported',
          message: `no driver of the control plane is called ${controlPlane.driver}`,
        };
    done.abort(null);
    // What was seen while something was being applied is neither the old nor the new.
    if (busy.has(host.name) || signal.aborted) return;
    // A check that fails once is looked at again before it is told, so that a blink makes no commit (law 11).
    const isNew = known.look !== null && !isSame(known.look, look) && !isSame(known.doubt, look);
    known.doubt = isNew ? look : null;
    if (!isNew) known.look = look;
    if (isNew) known.dueAt = Math.min(known.dueAt, clock.monotonic() + activeMs);
  }

  return {
    tend(controlPlane, active, signal) {
      const now = clock.monotonic();
      const names = new Set(controlPlane.hosts.map(({ name }) => name));
      for (const name of watched.keys()) if (!names.has(name)) watched.delete(name);
      for (const host of controlPlane.hosts) {
        const asked = askedOf(controlPlane, host.name);
        let known = watched.get(host.name);
        if (known === undefined || known.asked !== asked) {
          known = { asked, look: null, doubt: null, dueAt: now, running: null };
          watched.set(host.name, known);
        }
        if (active) known.dueAt = Math.min(known.dueAt, now + activeMs);
        if (known.running || busy.has(host.name) || known.dueAt > now) continue;
        known.dueAt = now + (active ? activeMs : pollMs);
        const one = known;
        one.running = lookAt(controlPlane, { ...host, within: controlPlane.within }, one, signal).then(() => {
          one.running = null;
        });
      }
    },
    looks(controlPlane) {
      const seen = new Map<HostName, HostLook>();
      for (const { name } of controlPlane.hosts) {
        const known = watched.get(name);
        if (known?.look && known.asked === askedOf(controlPlane, name)) seen.set(name, known.look);
      }
      return seen;
    },
    complete: (controlPlane) =>
      controlPlane.hosts.every(({ name }) => {
        const known = watched.get(name);
        return known?.look && known.doubt === null && known.asked === askedOf(controlPlane, name);
      }),
    busy,
    allow(until) {
      allowed = until;
    },
    start(controlPlane, { release }, signal) {
      const driver = drivers.get(controlPlane.driver);
      const host = controlPlane.hosts.find(({ name }) => name === release.host);
      if (driver === undefined || host === undefined) return;
      busy.add(release.host);
      const ended = driver.apply({ ...host, within: controlPlane.within }, release, signal, mayAct).then((applied) => {
        landed.push({ release, applied });
        busy.delete(release.host);
        // The next look is of what is there now.
        watched.delete(release.host);
      });
      applying.add(ended);
      void ended.then(() => applying.delete(ended));
    },
    landed() {
      const all = landed;
      landed = [];
      return all;
    },
    nextDueMs() {
      const now = clock.monotonic();
      const dues = [...watched.values()].filter(({ running }) => running === null).map(({ dueAt }) => dueAt - now);
      return Math.max(0, Math.min(pollMs, ...dues));
    },
    end: async () => {
      await Promise.all([...applying, ...[...watched.values()].map(({ running }) => running)]);
    },
  };
}

function isSame(a: HostLook | null, b: HostLook): boolean {
  if (a?.kind !== 'seen' || b.kind !== 'seen') return same(a, b);
  return same([...a.components], [...b.components]);
}

const releasesOn = (controlPlane: ControlPlane, host: HostName): readonly Release[] =>
  controlPlane.releases.filter((release) => release.host === host);

const askedOf = (controlPlane: ControlPlane, host: HostName): string =>
  releasesOn(controlPlane, host)
    .map(({ component, digest }) => `${component} ${digest}`)
    .join('\n');
