import type { ComponentLook, HostLook, HostMiss, Release } from '../../../model/component.ts';
import type { Shell } from '../../../ports/shell.ts';
import { compare, comparison } from './compare.ts';
import type { Ground, Placed } from './ground.ts';
import { type HostReading, look } from './look.ts';
import { type Reading, recordOf } from './reading.ts';

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
        disrupts: false,
        healthy: false,
        message: there.error,
      });
  }
  const seen = await look(shell, ground, placed, false, signal);
  if (seen.kind === 'missed') return missed(seen);
  const inForce: Placed[] = [];
  for (const [i, one] of placed.entries()) {
    const reading = seen.readings[i];
    if (!reading) continue;
    components.set(one.component, compare(ground, one, reading));
    inForce.push(...otherInForce(ground, one, reading));
  }
  return inForce.length === 0 ? { kind: 'seen', components } : withInForce(ground, shell, components, inForce, signal);
}

/** What runs until the release that was asked about is there, and goes on where that is held back or did not get healthy. */
function otherInForce(ground: Ground, asked: Placed, reading: Reading): readonly Placed[] {
  if (asked.state === 'absent' || reading.record === null) return [];
  const record = recordOf(reading);
  const healthy = record.ok ? record.value.healthy : null;
  if (healthy === null || healthy.digest !== reading.head?.digest || healthy.digest === asked.digest) return [];
  // The record is the host's own, and nothing that it says is of any other place.
  if (healthy.component !== asked.component || healthy.host !== asked.host || healthy.state !== 'present') return [];
  const placed = ground.place(healthy);
  return placed.ok ? [placed.value] : [];
}

async function withInForce(
  ground: Ground,
  shell: Shell,
  components: Map<string, ComponentLook>,
  inForce: readonly Placed[],
  signal: AbortSignal,
): Promise<HostLook> {
  const seen = await look(shell, ground, inForce, false, signal);
  if (seen.kind === 'missed') return missed(seen);
  for (const [i, one] of inForce.entries()) {
    const reading = seen.readings[i];
    const known = components.get(one.component);
    // It may have become another one since.
    if (!reading || !known || reading.head?.digest !== one.digest) continue;
    components.set(one.component, {
      ...known,
      inForce: { release: one.origin, ...comparison(ground, one, reading) },
    });
  }
  return { kind: 'seen', components };
}

const missed = ({ reason, message }: Extract<HostReading, { kind: 'missed' }>): HostLook => ({
  kind: 'missed',
  reason: missOf(reason),
  message,
});

function missOf(reason: Extract<HostReading, { kind: 'missed' }>['reason']): HostMiss {
  return reason === 'host-key' || reason === 'credentials' || reason === 'unsupported' ? reason : 'unreachable';
}
