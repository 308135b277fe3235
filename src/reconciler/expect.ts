import {
  attemptOf,
  isMediumNamed,
  isPulledRequest,
  mediumAttemptOf,
  type PulledRequest,
  pulledGrantOf,
  underWayOf,
} from '../diff/boot-attempt.ts';
import { expectedOf } from '../diff/expected.ts';
import { runningIsoOf } from '../diff/iso-boot.ts';
import { plainSeed } from '../drivers/bootstrap/plain.ts';
import type { Fleet, Machine } from '../model/fleet.ts';
import type { RequestId } from '../model/names.ts';
import { same } from '../model/same.ts';
import type { Knowledge, Tools } from './knowledge.ts';

/** Says who may call, and what the BMCs of those machines are given or asked about, as of what is known now. */
export function expect(tools: Tools, { memory, inventory, published }: Knowledge, fleet: Fleet): void {
  const { agents, mediums, latest } = tools;
  const { boot, facility } = fleet;
  mediums.clear();
  // Where anything is to be found is known only once it is said where the boot service is.
  if (!boot || !same(boot, latest.boot)) agents.expect(boot ?? null, new Map());
  latest.boot = boot ?? null;
  if (!boot || agents.unable !== null) return;
  const seedOf = (machine: Machine, id: RequestId, request: PulledRequest) => {
    const grant = pulledGrantOf(facility, id, request);
    return plainSeed({
      machine: machine.name,
      ref: `bootstrap-${grant.slice('sha256:'.length, 23)}`,
      links: machine.links ?? [],
      ...(machine.userData === undefined ? {} : { userData: machine.userData }),
      ...(machine.install?.ready.kind === 'phoneHome' ? { phoneHome: agents.homeOf(grant) } : {}),
    });
  };
  agents.expect(boot, expectedOf(fleet, memory, inventory, published.status?.memory, seedOf));
  machines: for (const { name } of fleet.machines) {
    const known = memory.machines.get(name);
    if (!known) continue;
    // Of several that are asked for, the one that was begun, if only by an intent that is still open.
    const asked = [underWayOf(known) ?? [], ...Object.entries(known.requests)];
    for (const [id, request] of asked) {
      if (id === undefined || request?.state !== 'pending' || !isPulledRequest(request)) continue;
      const attempt = mediumAttemptOf(id, request, known.open);
      mediums.set(name, agents.mediumOf(attemptOf(facility, request.work, id, attempt)));
      if (isMediumNamed(id, request, known.open)) continue machines;
      break;
    }
    // Until something else is inserted, what may be in is the ISO that it runs from.
    const [id, iso] = runningIsoOf(known) ?? [];
    if (id === undefined || !iso) continue;
    mediums.set(name, agents.mediumOf(attemptOf(facility, iso.work, id, iso.work.attempts ?? 0)));
  }
}

/** Nobody is answered here any more. */
export function expectNobody({ agents, latest }: Tools): void {
  latest.boot = null;
  agents.expect(null, new Map());
}
