import type { Instant } from '../model/names.ts';
import type { Condition } from '../model/status.ts';
export type NewCondition = Omit<Condition, 'since'>;
/** Sorted by type; `since` is kept unless `status` changed, so that an unchanged condition is an unchanged file. */
export declare function setConditions(previous: readonly Condition[] | undefined, next: readonly NewCondition[], now: Instant): readonly Condition[];
