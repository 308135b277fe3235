import type { MachineMemory, Requested } from '../model/memory.ts';
import type { RequestId } from '../model/names.ts';
import type { NewCondition } from './conditions.ts';

/**
 * The last Install or Erase that did anything to a disk of this machine, once it is over. One that ended before it wrote
 * anything changed nothing.
 */
export function lastWork({ requests }: MachineMemory): readonly [RequestId, Requested] | null {
  const all = Object.entries(requests).filter(
    ([, { verb, work, state }]) =>
      (verb === 'Install' || verb === 'Erase') &&
      work?.endedAt !== undefined &&
      work.disk !== 'untouched' &&
      (state === 'done' || state === 'failed'),
  );
  const at = ([, { work }]: readonly [RequestId, Requested]): number => work?.endedAt ?? 0;
  return all.toSorted((a, b) => at(a) - at(b) || (a[0] < b[0] ? -1 : 1)).at(-1) ?? null;
}

/** What the disks hold as far as we wrote them, with the evidence. */
export function workConditions(known: MachineMemory): readonly NewCondition[] {
  const last = lastWork(known);
  if (last === null) return [];
  const [id, { verb, state, work, message }] = last;
  const type = verb === 'Install' ? 'Installed' : 'Erased';
  return [
    state === 'done'
      ? { type, status: 'True', reason: type, message: `${id}: ${work?.evidence ?? ''}` }
      : { type, status: 'False', reason: 'Failed', message: `${id}: ${message ?? ''}` },
  ];
}

/** What was to be erased may still be there: nobody gets this machine. */
export function isErasedInVain(known: MachineMemory): boolean {
  const [, request] = lastWork(known) ?? [];
  return request?.verb === 'Erase' && request.state === 'failed';
}
