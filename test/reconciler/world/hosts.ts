import type { Applied, Comparison, ComponentLook, HostLook, HostName, Release } from '../../../src/model/component.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { ControlPlaneDriver } from '../../../src/ports/driver.ts';

interface Installed {
  digest: string;
  /** Half written, or changed by hand. */
  whole: boolean;
  running: boolean;
  version: string;
}

/** A host as a model: what is installed on it, by component, and what it remembers to have been healthy. */
export interface ModelHost {
  readonly installed: Map<string, Installed>;
  readonly record: Map<string, Release>;
}

export interface ModelHosts {
  readonly hosts: Map<HostName, ModelHost>;
  /** `dns 2`: never gets healthy. */
  readonly broken: Set<string>;
  /** Why a host cannot be reached. */
  readonly away: Map<HostName, Extract<HostLook, { kind: 'missed' }>>;
  /** Every apply that began, as `dns 2 h1`. */
  readonly applied: string[];
}

export const createHosts = (...names: readonly HostName[]): ModelHosts => ({
  hosts: new Map(names.map((name) => [name, { installed: new Map(), record: new Map() }])),
  broken: new Set(),
  away: new Map(),
  applied: [],
});

/** Takes virtual time for each of its steps, and asks `isDead` after each: a dead process does none of the rest. */
export function createHostDriver(world: ModelHosts, clock: Clock, isDead: () => boolean): ControlPlaneDriver {
  const step = async (): Promise<void> => {
    await clock.sleep(1_500, new AbortController().signal);
    if (isDead()) await new Promise(() => {});
  };
  const hostOf = (name: HostName): ModelHost => {
    const host = world.hosts.get(name);
    if (!host) throw new Error(`there is no host ${name}`);
    return host;
  };

  function lookAt(host: ModelHost, release: Release): ComponentLook {
    const there = host.installed.get(release.component);
    const last = host.record.get(release.component);
    const was = last ? { digest: last.digest, version: last.version } : null;
    if (release.state === 'absent') {
      const differences = there ? ['it is there'] : [];
      return { release: was, differences, disrupts: false, healthy: true, message: '' };
    }
    const inForce = last && last.digest !== release.digest ? { release: last, ...comparison(host, last) } : undefined;
    return { release: was, ...comparison(host, release), ...(inForce ? { inForce } : {}) };
  }

  function comparison({ installed }: ModelHost, { component, digest }: Release): Comparison {
    const there = installed.get(component);
    const differences = there?.digest !== digest ? ['other files'] : there.whole ? [] : ['/etc/x: other content'];
    const healthy = there?.running === true && !world.broken.has(`${component} ${there.version}`);
    const disrupts = healthy && differences.length > 0;
    return { differences, disrupts, healthy, message: healthy ? '' : 'it does not answer' };
  }

  async function install(host: ModelHost, { component, digest, version }: Release): Promise<boolean> {
    host.installed.set(component, { digest, version, whole: false, running: false });
    await step();
    host.installed.set(component, { digest, version, whole: true, running: true });
    await step();
    return !world.broken.has(`${component} ${version}`);
  }

  async function apply(name: HostName, release: Release): Promise<Applied> {
    const { component, version } = release;
    const host = hostOf(name);
    world.applied.push(release.state === 'absent' ? `remove ${component} ${name}` : `${component} ${version} ${name}`);
    await step();
    if (release.state === 'absent') {
      host.installed.delete(component);
      host.record.delete(component);
      return { kind: 'healthy' };
    }
    const before = host.record.get(component) ?? null;
    if (await install(host, release)) {
      host.record.set(component, release);
      return { kind: 'healthy' };
    }
    if (before === null) host.installed.delete(component);
    else await install(host, before);
    return { kind: 'rolled-back', to: before?.version ?? null, message: 'it does not answer' };
  }

  return {
    role: 'control-plane',
    name: 'ssh',
    observe: async ({ name }, releases) => {
      const away = world.away.get(name);
      if (away) return away;
      const host = hostOf(name);
      return { kind: 'seen', components: new Map(releases.map((one) => [one.component, lookAt(host, one)])) };
    },
    apply: ({ name }, release) => apply(name, release),
    close: async () => {},
  };
}
