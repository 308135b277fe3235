import { roll } from "./dice.js";
/**
 * The six ways in which a simulated BMC goes wrong:
 * `hang`: no answer, `reset`: the connection breaks, `unavailable`: 503, `garbage`: an answer nobody can read,
 * `nothing`: a mutation is accepted and has no effect, `wrong-machine`: another machine answers at this address.
 */
export const faults = ['hang', 'reset', 'unavailable', 'garbage', 'nothing', 'wrong-machine'];
/** More than any test needs; the dice are thrown once for each. */
export const faultRulesMax = 100;
/** The first rule that applies to this request and whose dice fall; every rule that applies throws, so order is stable. */
export function drawFault(rules, dice, mutating, now) {
    let state = dice;
    let drawn = null;
    for (const rule of rules) {
        if (now < rule.from || (rule.until !== undefined && now >= rule.until))
            continue;
        if (!mutating && (rule.on === 'mutating' || rule.fault === 'nothing'))
            continue;
        const thrown = roll(state);
        state = thrown.dice;
        if (drawn === null && thrown.fraction < rule.probability)
            drawn = rule;
    }
    return { rule: drawn, dice: state };
}
//# sourceMappingURL=faults.js.map