import type { Instant } from '../model/names.ts';
import type { Condition } from '../model/status.ts';

export type NewCondition = Omit<Condition, 'since'>;

/** Sorted by type; `since` is kept unless `status` changed, so that an unchanged condition is an unchanged file. */
export function setConditions(
  previous: readonly Condition[] | undefined,
  next: readonly NewCondition[],
  now: Instant,
): readonly Condition[] {
  const before = new Map((previous ?? []).map((condition) => [condition.type, condition]));
  const set = next.map((condition): Condition => {
    const known = before.get(condition.type);
    return { ...condition, since: known && known.status === condition.status ? known.since : now };
  });
  set.sort((a, b) => (a.type < b.type ? -1 : 1));
  const same = previous?.length === set.length && set.every((condition, i) => isSame(condition, previous[i]));
  return same ? previous : set;
}

const isSame = (a: Condition, b: Condition | undefined): boolean =>
  a.type === b?.type &&
  a.status === b.status &&
  a.reason === b.reason &&
  a.message === b.message &&
  a.since === b.since;
