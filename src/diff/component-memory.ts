import type {
  Applied,
  ComponentMemory,
  ComponentName,
  HostLook,
  HostName,
  Release,
  ReleaseMemory,
} from '../model/component.ts';
import { never } from '../model/never.ts';
import { same } from '../model/same.ts';
import { isAsDeclared } from './components.ts';

/** About to be applied: pushed before anything is sent to the host. */
export const beginApplying = (memory: ComponentMemory, release: Release): ComponentMemory =>
  change(memory, release, (known) => ({ ...known, applying: nameOf(release) }));

/** What came of an apply. */
export const endApplying = (memory: ComponentMemory, release: Release, applied: Applied): ComponentMemory =>
  change(memory, release, ({ applying: _, ...known }) => {
    switch (applied.kind) {
      case 'healthy': {
        if (release.state === 'absent') return {};
        // What is in force was put right: what failed before is no better for it.
        const { failed } = known.healthy?.digest === release.digest ? known : {};
        return { healthy: nameOf(release), ...(failed ? { failed } : {}) };
      }
      case 'rolled-back': {
        const { message, to } = applied;
        const failed = { ...nameOf(release), message };
        if (to === null) return { failed };
        return known.healthy ? { healthy: known.healthy, failed } : { failed };
      }
      case 'unapplied':
        return known;
      case 'interrupted':
        // How far it came is for the next look to tell, and until then it may be there.
        return { ...known, applying: nameOf(release) };
      default:
        return never(applied);
    }
  });

/** Looks tell what a lost answer, or a lost memory, did not: what is healthy as declared was applied. */
export function learnFromLooks(
  memory: ComponentMemory,
  releases: readonly Release[],
  looks: ReadonlyMap<HostName, HostLook>,
  busy: ReadonlySet<HostName>,
): ComponentMemory {
  let next = memory;
  for (const release of releases) {
    const look = looks.get(release.host);
    if (look?.kind !== 'seen' || busy.has(release.host)) continue;
    const seen = look.components.get(release.component);
    const isDone = isAsDeclared(release, seen);
    next = change(next, release, (known) => {
      if (isDone) return release.state === 'absent' ? {} : { healthy: nameOf(release) };
      // After a lost memory, what the host itself remembers is what it can go back to.
      const { release: running, inForce } = seen ?? {};
      const { applying, ...rest } = known;
      const isRight = inForce?.healthy === true && inForce.differences.length === 0;
      const told = isRight && applying?.digest === inForce.release.digest ? rest : known;
      return running && !told.healthy ? { ...told, healthy: running } : told;
    });
  }
  return next;
}

const nameOf = ({ digest, version }: Release): { readonly digest: string; readonly version: string } => ({
  digest,
  version,
});

function change(
  memory: ComponentMemory,
  { component, host }: { readonly component: ComponentName; readonly host: HostName },
  to: (known: ReleaseMemory) => ReleaseMemory,
): ComponentMemory {
  const hosts = memory.get(component) ?? new Map<HostName, ReleaseMemory>();
  const known = hosts.get(host) ?? {};
  const next = to(known);
  if (same(known, next)) return memory;
  const changed = new Map(hosts);
  if (Object.keys(next).length === 0) changed.delete(host);
  else changed.set(host, next);
  const all = new Map(memory);
  if (changed.size === 0) all.delete(component);
  else all.set(component, changed);
  return all;
}
