import type { ComponentLook, HostLook, HostMiss, Release } from '../../../model/component.ts';
import type { Shell } from '../../../ports/shell.ts';
import { compare } from './compare.ts';
import type { Ground, Placed } from './ground.ts';
import { type HostReading, look } from './look.ts';

/** All releases of one host in one look. One that this kind of host cannot have does not stand in the way of the others. */
export async function observe(
  ground: Ground,
  shell: Shell,
  releases: readonly Release[],
  signal: AbortSignal,
): Promise<HostLook> {
  const components = new Map<string, ComponentLook>();
  const placed: Placed[] = [];
  for (const release of releases) {
    const there = ground.place(release);
    if (there.ok) placed.push(there.value);
    else
      components.set(release.component, {
        release: null,
        differences: [there.error],
        healthy: false,
        message: there.error,
      });
  }
  const seen = await look(shell, ground, placed, false, signal);
  if (seen.kind === 'missed') return { kind: 'missed', reason: missOf(seen.reason), message: seen.message };
  for (const [i, one] of placed.entries()) {
    const reading = seen.readings[i];
    if (reading) components.set(one.component, compare(ground, one, reading));
  }
  return { kind: 'seen', components };
}

function missOf(reason: Extract<HostReading, { kind: 'missed' }>['reason']): HostMiss {
  return reason === 'host-key' || reason === 'credentials' || reason === 'unsupported' ? reason : 'unreachable';
}
