import type { Expected } from '../model/expected.ts';
import type { Fleet, Machine } from '../model/fleet.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Memory, Open } from '../model/memory.ts';
import type { Digest, FacilityName, MachineName, RequestId } from '../model/names.ts';
import type { Rendered } from '../model/node.ts';
import {
  attemptOf,
  isBooted,
  isOurMediumIn,
  isPulledRequest,
  type PulledRequest,
  pulledGrantOf,
  underWayOf,
} from './boot-attempt.ts';
import { runningIsoOf } from './iso-boot.ts';
import { toldOf } from './pulled-steps.ts';

/**
 * Which machines may call, and what they are told (docs/boot.md): those of which something is under way that an agent
 * does. Only when its step has ended and our medium is out is it told what to do next. Pure.
 */
export function expectedOf(
  fleet: Fleet,
  memory: Memory,
  inventory: Inventory,
  published: Memory | undefined,
  seedOf: (machine: Machine, id: RequestId, request: PulledRequest) => Rendered | undefined,
): ReadonlyMap<MachineName, Expected> {
  const expected = new Map<MachineName, Expected>();
  if (!fleet.boot) return expected;
  for (const machine of fleet.machines) {
    const known = memory.machines.get(machine.name);
    if (!known) continue;
    const runs = runningIsoOf(known);
    if (runs) expected.set(machine.name, onlyIso(fleet.facility, machine, ...runs));
    if (machine.management !== 'manage') continue;
    const [id, request] = underWayOf(known) ?? [known.open?.request, known.open && known.requests[known.open.request]];
    // One that memory takes as done may still be at work: what comes of it is heard.
    if (id === undefined || !isPulledRequest(request)) continue;
    const { work, steps, verb } = request;
    const end = steps[verb];
    const isOut = !isOurMediumIn(request, inventory.get(machine.name)?.last?.facts);
    const { install } = machine;
    const installs = verb === 'Install' && install?.id === id && !work.takenBack ? install : undefined;
    const takesSeed = installs && !end && installs.image.format !== 'iso';
    const seed = takesSeed ? seedOf(machine, id, request) : undefined;
    expected.set(machine.name, {
      identity: machine.identity,
      attempt: agentAttemptOf(fleet.facility, id, request),
      links: machine.links ?? [],
      grant: pulledGrantOf(fleet.facility, id, request),
      next:
        isFenced(request) || isEndOf(published, machine.name, id, verb) ? toldOf(id, request, machine, isOut) : null,
      ...(installs && !end ? { image: installs.image } : {}),
      ...isoOf(fleet.facility, id, request, isReset(known.open, id, request)),
      ...(seed ? { seed } : {}),
      home: end === 'done' && installs?.ready.kind === 'phoneHome',
    });
  }
  return expected;
}

/** A disk remembers what was done; of a kernel that its agent starts only a pushed status does, whoever takes over (law 2). */
const isFenced = ({ verb, work }: PulledRequest): boolean =>
  verb !== 'Install' || work.disks !== undefined || !!work.iso;

const isEndOf = (published: Memory | undefined, name: MachineName, id: RequestId, verb: string): boolean =>
  published?.machines.get(name)?.requests[id]?.steps[verb] !== undefined;

/** Its agent keeps the token that it has, while a medium with the ISO goes in. */
const agentAttemptOf = (facility: FacilityName, id: RequestId, { work }: PulledRequest): Digest =>
  attemptOf(facility, work, id, (work.attempts ?? 0) - (work.iso ? 1 : 0));

const isoOf = (
  facility: FacilityName,
  id: RequestId,
  { work }: PulledRequest,
  watched: boolean,
): Pick<Expected, 'iso'> =>
  work.iso ? { iso: { attempt: attemptOf(facility, work, id, work.attempts ?? 0), image: work.iso, watched } } : {};

/** The reset into the ISO may have left, and nobody has read it since, as far as is known. */
const isReset = (open: Open | undefined, id: RequestId, request: PulledRequest): boolean =>
  request.work.home === undefined &&
  (isBooted(request) || (open?.request === id && (open.args.verb === 'Reboot' || open.args.verb === 'PowerOn')));

/** Nothing is wanted of this machine; what it was made to boot is still to be had. */
const onlyIso = (facility: FacilityName, { identity }: Machine, id: RequestId, request: PulledRequest): Expected => ({
  identity,
  attempt: agentAttemptOf(facility, id, request),
  links: [],
  grant: pulledGrantOf(facility, id, request),
  next: 'disk',
  ...isoOf(facility, id, request, false),
  home: false,
});
