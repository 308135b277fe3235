/** Sorted by type; `since` is kept unless `status` changed, so that an unchanged condition is an unchanged file. */
export function setConditions(previous, next, now) {
    const before = new Map((previous ?? []).map((condition) => [condition.type, condition]));
    const set = next.map((condition) => {
        const known = before.get(condition.type);
        return { ...condition, since: known && known.status === condition.status ? known.since : now };
    });
    set.sort((a, b) => (a.type < b.type ? -1 : 1));
    const same = previous?.length === set.length && set.every((condition, i) => isSame(condition, previous[i]));
    return same ? previous : set;
}
const isSame = (a, b) => a.type === b?.type &&
    a.status === b.status &&
    a.reason === b.reason &&
    a.message === b.message &&
    a.since === b.since;
//# sourceMappingURL=conditions.js.map