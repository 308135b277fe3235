import { tell } from "../ledger.js";
/** At rest nothing is sent and nothing is committed, also by a host that starts from nothing. */
export const quiet = {
    number: 11,
    name: 'quiet',
    broken: ({ effects, landed, evidence }) => {
        const { settledAt, began } = evidence;
        if (settledAt === null)
            return [];
        return [
            ...effects.filter(({ at }) => at > settledAt).map((effect) => `at rest: ${tell(effect, began)}`),
            ...landed
                .filter(({ at }) => at > settledAt)
                .map(({ at, kind, id }) => `at rest: ${kind} commit ${id.slice(0, 8)} at ${(at - began) / 1000} s`),
        ];
    },
};
//# sourceMappingURL=11-quiet.js.map