import type { ComponentMemory, ReleaseStep } from '../model/component.ts';
import { same } from '../model/same.ts';
import type { Status } from '../model/status.ts';
import type { Revision } from './foresee.ts';

/**
 * What `head` asks of the control plane, from manifests and committed status alone: in the order in which it is applied. What
 * hands changed on a host since is no part of it. With `base`, only what `head` asks otherwise.
 */
export function foreseeComponents(
  head: Revision,
  base: Revision | null,
  status: Status | null,
): readonly ReleaseStep[] {
  const memory = status?.memory.components ?? new Map();
  const after = stepsOf(head, memory);
  if (base === null) return after;
  const before = stepsOf(base, memory);
  return after.filter((step) => !before.some((other) => same(other, step)));
}

function stepsOf({ fleet }: Revision, memory: ComponentMemory): readonly ReleaseStep[] {
  const releases = fleet.controlPlane?.releases ?? [];
  const steps: ReleaseStep[] = [];
  const declared = new Set<string>();
  for (const { component, host, state, version, digest } of releases) {
    declared.add(`${component} ${host}`);
    const known = memory.get(component)?.get(host);
    const step = {
      component,
      host,
      from: known?.healthy?.version ?? null,
      to: state === 'absent' ? null : version,
      digest,
    };
    if (known?.failed?.digest === digest) steps.push({ ...step, kind: 'failed', message: known.failed.message });
    else if (state === 'absent' ? known !== undefined : known?.healthy?.digest !== digest) {
      steps.push({ ...step, kind: 'apply' });
    }
  }
  for (const [component, hosts] of memory) {
    for (const [host, { healthy }] of hosts) {
      if (declared.has(`${component} ${host}`) || !healthy) continue;
      const { version, digest } = healthy;
      steps.push({ kind: 'undeclared', component, host, from: version, to: null, digest });
    }
  }
  return steps;
}
