import { attemptOf, isPulledRequest, mediumAttemptOf, pulledGrantOf } from '../diff/boot-attempt.ts';
import { expectedOf } from '../diff/expected.ts';
import { plainSeed } from '../drivers/bootstrap/plain.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Knowledge, Tools } from './knowledge.ts';

/** Says who may call, and what the BMCs of those machines are given or asked about, as of what is known now. */
export function expect(tools: Tools, { memory, inventory }: Knowledge, fleet: Fleet): void {
  const { agents, mediums } = tools;
  mediums.clear();
  if (!fleet.boot || agents.unable !== null) {
    agents.expect(null, new Map());
    return;
  }
  const { facility } = fleet;
  const seeded = expectedOf(fleet, memory, inventory, (machine, id, request) =>
    plainSeed({
      machine: machine.name,
      ref: `bootstrap-${pulledGrantOf(facility, id, request).slice(7, 23)}`,
      links: machine.links ?? [],
      ...(machine.install?.ready.kind === 'phoneHome'
        ? { phoneHome: agents.homeOf(pulledGrantOf(facility, id, request)) }
        : {}),
    }),
  );
  agents.expect(fleet.boot, seeded);
  for (const { name } of fleet.machines) {
    const known = memory.machines.get(name);
    const asked = Object.entries(known?.requests ?? {}).find(
      ([, request]) => request.state === 'pending' && isPulledRequest(request),
    );
    if (!known || !asked) continue;
    const [id, request] = asked;
    if (!isPulledRequest(request)) continue;
    const attempt = mediumAttemptOf(id, request, known.open);
    mediums.set(name, agents.mediumOf(attemptOf(facility, request.work, id, attempt)));
  }
}
