const agreeMs = 2 * 60_000;
/**
 * What the inventory says after this look. Additions and changes are taken at once, while the machine is on and past POST;
 * something that is gone only when two full looks, minutes apart, agree.
 */
export function settleHardware(published, doubt, facts, fullAt) {
    const { hardware } = facts;
    if (!hardware || fullAt === undefined || (hardware === published && !doubt))
        return { hardware: published, doubt };
    if (!published)
        return { hardware, doubt: undefined };
    if (facts.power !== 'On' || facts.pastPost === false)
        return { hardware: published, doubt };
    const lost = losses(published, hardware);
    if (lost.length === 0)
        return { hardware, doubt: undefined };
    const agrees = doubt && losses(doubt.hardware, hardware).length === 0;
    if (!agrees)
        return { hardware: published, doubt: { hardware, since: fullAt } };
    return fullAt - doubt.since >= agreeMs ? { hardware, doubt: undefined } : { hardware: published, doubt };
}
/** What `next` no longer has, as paths: `memory DIMM.A1`, `biosVersion`. */
export function losses(before, next) {
    const lists = ['processors', 'memory', 'drives', 'nics', 'firmware'];
    const scalars = ['manufacturer', 'model', 'sku', 'biosVersion', 'bmcVersion'];
    const gone = lists.flatMap((list) => {
        const there = new Set(next[list].map((item) => item.id));
        return before[list].filter((item) => !there.has(item.id)).map((item) => `${list} ${item.id}`);
    });
    return [...gone, ...scalars.filter((key) => before[key] !== undefined && next[key] === undefined)];
}
//# sourceMappingURL=hardware.js.map