import { explainMismatch, matches } from "./identity.js";
import { mismatches } from "./match.js";
/** For every machine that was seen: is it the one that was enrolled, and is it of its class? */
export function judge(fleet, inventory) {
    const verdicts = new Map();
    for (const machine of fleet.machines) {
        const facts = inventory.get(machine.name)?.last?.facts;
        if (!facts)
            continue;
        verdicts.set(machine.name, verdictOf(machine, facts));
    }
    return verdicts;
}
/** Kept by the facts that it is about, which stay the same object while nothing changes. */
const kept = new WeakMap();
function verdictOf(machine, facts) {
    const known = kept.get(facts);
    if (known?.machine === machine)
        return known.verdict;
    const same = matches(machine.identity, facts.identity);
    const verdict = {
        identity: same ? 'matches' : 'differs',
        identityMessage: same ? '' : explainMismatch(machine.identity, facts.identity),
        hardware: facts.hardware ? mismatches(machine.class.expects, facts.hardware) : null,
    };
    kept.set(facts, { machine, verdict });
    return verdict;
}
//# sourceMappingURL=judge.js.map