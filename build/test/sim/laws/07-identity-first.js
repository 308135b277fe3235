import { headsWithin, tell } from "../ledger.js";
/** Between the last look at who answers and the request that follows it. */
const blinkMs = 5_000;
/** No machine but the enrolled one ever receives anything. */
export const identityFirst = {
    number: 7,
    name: 'identity first',
    broken: (ledger) => {
        const { effects, evidence, wishAt } = ledger;
        return effects.flatMap((effect) => {
            const { entry, station, at, intent, serial } = effect;
            const told = tell(effect, evidence.began);
            const swapped = evidence.interventions.some((one) => (one.kind === 'wrong-machine' || one.kind === 'board') &&
                one.station === station &&
                ((one.at <= at && at - one.at < blinkMs) ||
                    (one.until !== undefined && one.until <= at && at - one.until < blinkMs)));
            if (swapped)
                return [];
            if (entry.machine.endsWith('-stranger'))
                return [`a stranger received ${told}`];
            const isEnrolled = [intent?.commit ?? null, ...headsWithin(ledger, at - 90_000, at)].some((commit) => wishAt(commit)?.machines.some((machine) => machine.station === station && machine.serial === serial));
            return isEnrolled ? [] : [`another board received ${told}`];
        });
    },
};
//# sourceMappingURL=07-identity-first.js.map