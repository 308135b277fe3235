import { concluding } from "../diff/conclude.js";
import { diffing } from "../diff/diff.js";
import { execute, land } from "./execute.js";
import { flush } from "./flush.js";
import { verbsOf } from "./knowledge.js";
import { observe, restrain } from "./look.js";
import { readNotes } from "./operator.js";
import { record } from "./record.js";
import { refresh } from "./refresh.js";
import { unhurried } from "./unhurried.js";
import { journalEnds, withoutUnsent, withUnsent } from "./unsent.js";
/** One pass: read, observe, diff, record, execute, publish. Stop it after any line; the next one starts from the top. */
export async function pass(tools, before, signal) {
    const notes = await readNotes(tools.disk);
    const read = await refresh(tools, before && land(tools, before), notes);
    if (read.kind === 'standby') {
        return { known: read.known, plan: null, settled: false, standby: read.message, lookAgainMs: tools.settings.pollMs };
    }
    const { accepted } = read.known;
    if (!accepted)
        return flush(tools, read.known, null);
    const fleet = restrain(accepted.fleet, read.known.restraint);
    const seen = await observe(tools, read.known, fleet, signal);
    const now = { wall: tools.clock.now(), ticks: tools.clock.monotonic(), acceptedAt: accepted.at };
    // An intent that surely never left is planned anew: it goes on only if the plan still wants it.
    const { memory, ended, failed } = await unhurried(concluding(withoutUnsent(seen.memory), fleet, seen.inventory, now), tools.clock);
    const plan = await unhurried(diffing({
        fleet,
        commit: accepted.commit,
        memory,
        inventory: seen.inventory,
        verbs: verbsOf(tools),
        operatorHolds: notes.holds,
        poweredOnAt: seen.poweredOnAt,
        now,
    }), tools.clock);
    tools.events.emit({ kind: 'planned', plan });
    const failures = seen.failures + failed;
    const concluded = await journalEnds(tools, { ...seen, failures, memory: withUnsent(memory, seen.memory) }, ended);
    const recorded = await record(tools, concluded, plan);
    const executed = await execute(tools, recorded.known, { ...accepted, fleet }, recorded.ready, signal);
    return flush(tools, executed, plan);
}
//# sourceMappingURL=reconcile.js.map