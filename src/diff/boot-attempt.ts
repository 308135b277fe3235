import type { BootMethod, BootService, Pulled } from '../model/boot.ts';
import type { Fleet, Machine } from '../model/fleet.ts';
import type { Facts } from '../model/inventory.ts';
import { type MachineMemory, type Memory, type Open, type Requested, stepOf, type Work } from '../model/memory.ts';
import type { Digest, FacilityName, MachineName, RequestId } from '../model/names.ts';
import type { Arguments } from '../model/plan.ts';
import { isPulled } from '../model/verb.ts';
import { digestOf, grantOf } from './digest.ts';

/** A request that an agent carries out. */
export interface PulledRequest extends Requested {
  readonly verb: Pulled;
  readonly work: Work;
}

/** Nothing is pulled where there is no boot service: an Inspect is a full look then, and needs no agent. */
export const isPulledRequest = (request: Requested | undefined): request is PulledRequest =>
  request?.work !== undefined && isPulled(request.verb);

/** Boot attempts of one request; after the last it has failed. */
export const attemptsMax = 3;

/** What token and medium are derived from; another for each attempt. */
export const attemptOf = (facility: FacilityName, { name }: Work, id: RequestId, attempt: number): Digest =>
  digestOf([facility, name, id, attempt]);

/**
 * The grant of any step. Those of a pulled request are bound to the name under which it was asked for, and those that the BMC
 * does to the attempt. The agent's own has one grant throughout: the disk remembers it.
 */
export function grantFor(
  facility: FacilityName,
  machine: MachineName,
  args: Arguments,
  id: RequestId,
  request: Requested,
): Digest {
  const lost = request.lost?.[stepOf(args)] ?? 0;
  if (!isPulledRequest(request)) return grantOf(facility, machine, args, id, lost);
  if (isPulled(args.verb)) return grantOf(facility, request.work.name, args, id, 0);
  return grantOf(facility, request.work.name, args, id, lost, turnOf(args, request));
}

/** Of the agent's step. */
export const pulledGrantOf = (facility: FacilityName, id: RequestId, { verb, work }: PulledRequest): Digest =>
  digestOf([facility, work.name, verb, id]);

function turnOf({ verb }: Arguments, { work, steps, verb: asked }: PulledRequest): string {
  const attempt = work.attempts ? `/attempt-${work.attempts + 1}` : '';
  // One that an earlier attempt left behind is taken out before ours goes in.
  if (verb === 'EjectMedia' && !steps.InsertMedia) return `${attempt}/before`;
  return verb !== 'EjectMedia' && steps[asked] ? `${attempt}/after` : attempt;
}

/** Steps that make the machine start our agent, in the order in which they are taken. */
export const bootSteps = ['InsertMedia', 'SetBootOnce', 'PowerOff/force', 'PowerOn', 'Reboot'] as const;

export const isBooted = ({ steps }: Requested): boolean => steps.Reboot === 'done' || steps.PowerOn === 'done';

/** What was begun under a machine, and is not at its end: at most one. */
export function underWayOf(known: MachineMemory): readonly [RequestId, PulledRequest] | null {
  for (const [id, request] of Object.entries(known.requests)) {
    if (request.state !== 'pending' || !isPulledRequest(request)) continue;
    if (known.open?.request === id || hasBegun(request)) return [id, request];
  }
  return null;
}

export const hasBegun = ({ steps, work }: Requested): boolean =>
  Object.keys(steps).length > 0 || (work?.attempts ?? 0) > 0;

/**
 * Whose medium the BMC is asked about, or told of: that of this attempt from when it is inserted, or named as where to fetch
 * from; until then that of the last.
 */
export function mediumAttemptOf(id: RequestId, request: PulledRequest, open: Open | undefined): number {
  const attempts = request.work.attempts ?? 0;
  return attempts === 0 || isMediumNamed(id, request, open) ? attempts : attempts - 1;
}

/** The BMC is told of the medium of this attempt, or was. */
export const isMediumNamed = (id: RequestId, { steps }: PulledRequest, open: Open | undefined): boolean =>
  Boolean(steps.InsertMedia || steps.SetBootOnce) ||
  (open?.request === id && (open.args.verb === 'InsertMedia' || open.args.verb === 'SetBootOnce'));

/** Whether our medium is in; where the BMC does not tell, what was done to it counts. */
export function isOurMediumIn({ steps }: Requested, facts: Facts | undefined): boolean {
  if (steps.EjectMedia === 'done' && steps.InsertMedia) return false;
  if (facts?.media) return facts.media.some(({ inserted, ours }) => inserted && ours);
  return steps.InsertMedia === 'done';
}

/** The first that this BMC offers; else why there is none. */
export function methodOf(
  boot: BootService,
  { capabilities }: Facts,
): { readonly method: BootMethod } | { readonly reason: 'Unlicensed' | 'Unsupported'; readonly message: string } {
  const { bootTargets, virtualMedia } = capabilities;
  const offered: Readonly<Record<BootMethod, boolean>> = {
    VirtualMedia: virtualMedia === 'offered' && bootTargets.includes('Cd'),
    UefiHttp: bootTargets.includes('UefiHttp'),
    Pxe: bootTargets.includes('Pxe'),
  };
  const method = boot.methods.find((one) => offered[one]);
  if (method) return { method };
  const wanted = boot.methods.join(', ');
  if (virtualMedia === 'unlicensed' && boot.methods.includes('VirtualMedia')) {
    return {
      reason: 'Unlicensed',
      message: `virtual media need a licence that this BMC has not; of ${wanted} it offers no other`,
    };
  }
  const targets = bootTargets.join(', ') || 'none';
  return {
    reason: 'Unsupported',
    message: `this BMC offers none of ${wanted}; virtual media: ${virtualMedia}, boot targets: ${targets}`,
  };
}

export const targetOf: Readonly<Record<BootMethod, string>> = { VirtualMedia: 'Cd', UefiHttp: 'UefiHttp', Pxe: 'Pxe' };

/** Another attempt begins from the start. */
export function withNextAttempt(request: PulledRequest, { contested: _, ...work }: Work): PulledRequest {
  const attempts = (work.attempts ?? 0) + 1;
  return { ...without(request, [...bootSteps, 'EjectMedia']), work: { ...work, attempts } };
}

/** Machines whose token two runs of an agent showed, remembered until the attempt ends: a restart must not let either on. */
export function withContested(memory: Memory, contested: ReadonlySet<MachineName>): Memory {
  let { machines } = memory;
  for (const name of contested) {
    const known = machines.get(name);
    const [id, request] = (known && underWayOf(known)) ?? [];
    if (!known || id === undefined || !request || request.work.contested) continue;
    const marked = { ...request, work: { ...request.work, contested: true as const } };
    machines = new Map(machines).set(name, { ...known, requests: { ...known.requests, [id]: marked } });
  }
  return machines === memory.machines ? memory : { ...memory, machines };
}

/** Steps, and how often they were lost, as if they had never been. */
export function without(request: PulledRequest, steps: readonly string[]): PulledRequest {
  const kept = <T>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(all).filter(([step]) => !steps.includes(step)));
  const { lost, ...rest } = request;
  const left = kept(lost ?? {});
  return { ...rest, steps: kept(request.steps), ...(Object.keys(left).length > 0 ? { lost: left } : {}) };
}

/** Who is, or is to be, in a cluster: its name. */
export function clusterOf({ clusters }: Fleet, { name }: Machine): string | null {
  const cluster = clusters.find(({ controlPlane, workers }) =>
    [...controlPlane.machines, ...workers.machines].some((member) => member.name === name),
  );
  return cluster?.name ?? null;
}

/** A step that was to start something on the machine, and did not. */
export const brokenStepOf = ({ steps }: PulledRequest): string | undefined =>
  bootSteps.find((step) => steps[step] === 'failed' || steps[step] === 'unknown');

export const brokenWords = (step: string, end: string | undefined): string =>
  end === 'unknown' ? `what came of ${step} is not known` : `${step} failed`;
