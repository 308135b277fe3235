import { tell } from "../ledger.js";
/** What was on its way when everything was forgotten has arrived by then. */
const graceMs = 60_000;
/** After a total loss of memory nothing is done for the sake of a commit from before it. */
export const nothingFromAbsence = {
    number: 3,
    name: 'nothing from absence',
    broken: ({ effects, evidence }) => {
        const losses = evidence.interventions.filter(({ kind }) => kind === 'amnesia').map(({ at }) => at);
        return effects.flatMap((effect) => {
            const lost = losses.findLast((at) => at + graceMs < effect.at);
            const asked = evidence.commits.get(effect.intent?.commit ?? '')?.at;
            // What no longer is as declared is put right where policy says so, whoever remembers what.
            if (effect.intent?.request.includes('#'))
                return [];
            if (lost === undefined || asked === undefined || asked > lost)
                return [];
            return [`asked for before all was forgotten: ${tell(effect, evidence.began)}`];
        });
    },
};
//# sourceMappingURL=03-nothing-from-absence.js.map