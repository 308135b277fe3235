import type { Listening } from '../model/boot.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Memory } from '../model/memory.ts';
import type { MachineName } from '../model/names.ts';
import { isBooted, isOurMediumIn, underWayOf } from './boot-attempt.ts';

/**
 * The machines whose installed system is to take a connection, and where: those whose agent has ended well and was told to
 * start it. Pure.
 */
export function awaitedOf(
  { machines }: Fleet,
  memory: Memory,
  inventory: Inventory,
): ReadonlyMap<MachineName, Listening> {
  const awaited = new Map<MachineName, Listening>();
  for (const { name, install, management } of machines) {
    const known = memory.machines.get(name);
    if (install?.ready.kind !== 'tcp' || install.ready.addresses.length === 0 || management !== 'manage' || !known)
      continue;
    const [id, request] = underWayOf(known) ?? [];
    if (id !== install.id || request?.steps.Install !== 'done' || request.work.takenBack) continue;
    const isOut = !isOurMediumIn(request, inventory.get(name)?.last?.facts);
    // An ISO is booted by the BMC, and keeps its medium.
    if (install.image.format === 'iso' ? request.work.iso && isBooted(request) : isOut)
      awaited.set(name, install.ready);
  }
  return awaited;
}
