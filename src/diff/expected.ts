import type { Expected } from '../model/expected.ts';
import type { Fleet, Machine } from '../model/fleet.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Memory } from '../model/memory.ts';
import type { MachineName, RequestId } from '../model/names.ts';
import type { Rendered } from '../model/node.ts';
import {
  attemptOf,
  isOurMediumIn,
  isPulledRequest,
  type PulledRequest,
  pulledGrantOf,
  underWayOf,
} from './boot-attempt.ts';
import { nextOf } from './pulled-steps.ts';

/**
 * Which machines may call, and what they are told (docs/boot.md): those of which something is under way that an agent
 * does. Only when its step has ended and our medium is out is it told what to do next. Pure.
 */
export function expectedOf(
  fleet: Fleet,
  memory: Memory,
  inventory: Inventory,
  seedOf: (machine: Machine, id: RequestId, request: PulledRequest) => Rendered | undefined,
): ReadonlyMap<MachineName, Expected> {
  const expected = new Map<MachineName, Expected>();
  if (!fleet.boot) return expected;
  for (const machine of fleet.machines) {
    const known = memory.machines.get(machine.name);
    if (machine.management !== 'manage' || !known) continue;
    const [id, request] = underWayOf(known) ?? [known.open?.request, known.open && known.requests[known.open.request]];
    // One that memory takes as done may still be at work: what comes of it is heard.
    if (id === undefined || !isPulledRequest(request)) continue;
    const { work, steps, verb } = request;
    const end = steps[verb];
    const isOut = !isOurMediumIn(request, inventory.get(machine.name)?.last?.facts);
    const { install } = machine;
    const installs = verb === 'Install' && install?.id === id && !work.takenBack ? install : undefined;
    const seed = installs && !end ? seedOf(machine, id, request) : undefined;
    expected.set(machine.name, {
      identity: machine.identity,
      attempt: attemptOf(fleet.facility, work, id, work.attempts ?? 0),
      links: machine.links ?? [],
      grant: pulledGrantOf(fleet.facility, id, request),
      next: end && isOut ? nextOf(request) : null,
      ...(installs && !end ? { image: installs.image } : {}),
      ...(seed ? { seed } : {}),
      home: end === 'done' && installs?.ready.kind === 'phoneHome',
    });
  }
  return expected;
}
