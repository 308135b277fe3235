import type { BootMethod, BootService } from '../model/boot.ts';
import type { Machine } from '../model/fleet.ts';
import type { Facts } from '../model/inventory.ts';
import type { MachineMemory } from '../model/memory.ts';
import type { RequestId } from '../model/names.ts';
import type { HoldReason } from '../model/plan.ts';
import {
  isBooted,
  isOurMediumIn,
  isPulledRequest,
  methodOf,
  type PulledRequest,
  withNextAttempt,
} from './boot-attempt.ts';

/**
 * An ISO runs from memory, or from its medium: the BMC boots it as it boots our agent, but only after an agent on that machine
 * was given the work, and found the ISO to be right (docs/boot.md).
 */
export const isIso = ({ install }: Machine, id: RequestId): boolean =>
  install?.id === id && install.image.format === 'iso';

/** How its BMC, or its firmware, is told where the ISO is: a BIOS attribute and DHCP name our agent only. */
export function isoMethodOf(
  boot: BootService,
  facts: Facts,
): { readonly method: BootMethod } | { readonly reason: HoldReason; readonly message: string } {
  const { httpBootUri } = facts.capabilities;
  const methods = boot.methods.filter((method) => method === 'VirtualMedia' || (method === 'UefiHttp' && httpBootUri));
  if (methods.length > 0) return methodOf({ ...boot, methods }, facts);
  const message =
    'an ISO is booted as virtual media or by HttpBootUri, and this BMC offers neither that facility.yaml allows';
  return { reason: 'Unsupported', message };
}

/** The agent's step is done and its medium is out: what follows is for the ISO, in a boot attempt of its own. */
export function withIso(request: PulledRequest, id: RequestId, machine: Machine, facts: Facts): PulledRequest {
  const { work, steps } = request;
  const { install } = machine;
  const isNext = steps.Install === 'done' && work.iso === undefined && !work.takenBack;
  if (!isNext || install?.id !== id || install.image.format !== 'iso' || isOurMediumIn(request, facts)) return request;
  const { name, url, sha256 } = install.image;
  return withNextAttempt(request, { ...work, iso: { name, url, sha256 } });
}

/** The ISO that a machine was made to boot last, and may read for as long as it runs; null: something else was begun since. */
export function runningIsoOf(known: MachineMemory): readonly [RequestId, PulledRequest] | null {
  let last: readonly [RequestId, PulledRequest] | null = null;
  for (const [id, request] of Object.entries(known.requests)) {
    if (!isPulledRequest(request)) continue;
    const { endedAt, attempts } = request.work;
    const { EjectMedia, InsertMedia, SetBootOnce } = request.steps;
    if (request.state === 'pending' && (attempts || EjectMedia || InsertMedia || SetBootOnce)) return null;
    if (endedAt !== undefined && endedAt >= (last?.[1].work.endedAt ?? Number.NEGATIVE_INFINITY)) last = [id, request];
  }
  return last?.[1].work.iso && isBooted(last[1]) && !last[1].steps.EjectMedia ? last : null;
}
