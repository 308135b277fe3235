import { tell } from "../ledger.js";
const restlessMs = 3600_000;
const restlessMax = 5;
/** At rest nothing is sent and nothing is committed, also by a host that starts from nothing. */
export const quiet = {
    number: 11,
    name: 'quiet',
    broken: ({ effects, landed, evidence }) => {
        const { settledAt, began } = evidence;
        if (settledAt === null) {
            // Hours after all was mended, with nobody asking for anything.
            const late = landed.filter(({ at }) => at > evidence.endedAt - restlessMs).length;
            return late > restlessMax ? [`${late} status commits in the last hour, and never at rest`] : [];
        }
        return [
            ...effects.filter(({ at }) => at > settledAt).map((effect) => `at rest: ${tell(effect, began)}`),
            ...landed
                .filter(({ at }) => at > settledAt)
                .map(({ at, kind, id }) => `at rest: ${kind} commit ${id.slice(0, 8)} at ${(at - began) / 1000} s`),
        ];
    },
};
//# sourceMappingURL=11-quiet.js.map