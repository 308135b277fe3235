import { isUnsent } from "./knowledge.js";
/** Memory as if the intents that have not left had never been meant. */
export function withoutUnsent(memory) {
    const machines = new Map();
    for (const [name, known] of memory.machines) {
        const { open, ...rest } = known;
        machines.set(name, isUnsent(open) ? rest : known);
    }
    return { ...memory, machines };
}
/** And with them again: record.ts decides, plan in hand, which of them go on. */
export function withUnsent(memory, before) {
    const machines = new Map(memory.machines);
    for (const [name, known] of before.machines) {
        const now = machines.get(name);
        if (now && isUnsent(known.open))
            machines.set(name, { ...now, open: known.open });
    }
    return { ...memory, machines };
}
/** Makes what was concluded durable here; the next commit tells it. */
export async function journalEnds(tools, known, ended) {
    if (ended.length === 0)
        return known;
    await tools.journal.append(ended.map(({ machine, open, outcome }) => ({ kind: 'OUTCOME', machine, grant: open.grant, outcome })));
    for (const { machine, open, outcome } of ended) {
        tools.events.emit({ kind: 'ended', machine, verb: open.args.verb, request: open.request, outcome });
    }
    return { ...known, untold: [...known.untold, ...ended] };
}
//# sourceMappingURL=unsent.js.map