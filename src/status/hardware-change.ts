import type { Hardware, Identity, PartChange } from '../model/inventory.ts';
import type { MachineName } from '../model/names.ts';
import type { MachineInventory } from '../model/status.ts';
import type { NewCondition } from './conditions.ts';
import { changesBetween, changeWords, markOf, partsOf, undo } from './parts.ts';

/**
 * What is not as people know it. The inventory on the status branch is the memory: what sat there when they last agreed is
 * what is there now, with the changes undone. They agree by a commit: with `spec.hardware.acknowledged`, or by enrolling
 * another board, with which everything begins anew. A part that comes back takes its change along.
 */
export function changesSince(
  before: MachineInventory | undefined,
  identity: Identity,
  hardware: Hardware,
  acknowledged: string | undefined,
): readonly PartChange[] {
  if (!before?.hardware || isOtherBoard(before.identity, identity)) return [];
  if (before.hardware === hardware && acknowledged === undefined) return before.changes ?? [];
  if (acknowledged !== undefined && acknowledged === markOf(hardware)) return [];
  return changesBetween(undo(partsOf(before.hardware), before.changes ?? []), partsOf(hardware));
}

/** The board's own names; a BMC's address or a chassis alone is no other machine. */
export const isOtherBoard = (was: Identity, is: Identity): boolean =>
  (['uuid', 'serial'] as const).some(
    (field) => was[field] !== undefined && is[field] !== undefined && was[field] !== is[field],
  );

/** Only there while there is something to say, until people have said that they know. */
export function hardwareUnchanged(name: MachineName, inventory: MachineInventory | undefined): readonly NewCondition[] {
  const { changes = [], hardware } = inventory ?? {};
  if (changes.length === 0 || !hardware) return [];
  const message = `it ${changes.map(changeWords).join(', ')}; put it back, or acknowledge it: nanometal adopt ${name}, which writes spec.hardware.acknowledged: "${markOf(hardware)}"`;
  return [{ type: 'HardwareUnchanged', status: 'False', reason: 'Changed', message }];
}
