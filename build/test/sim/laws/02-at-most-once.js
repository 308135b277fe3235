import { tell } from "../ledger.js";
/** One request for each grant that was not refused; one change of the hardware for each thing that was asked of it. */
export const atMostOnce = {
    number: 2,
    name: 'at most once',
    broken: ({ effects, evidence }) => {
        const spent = new Map();
        return effects.flatMap((effect) => {
            const { intent, serial, verb, force, entry } = effect;
            if (!intent)
                return [];
            const what = `${serial} ${intent.request} ${verb}${force ? '/force' : ''}`;
            const keys = [`grant ${intent.grant}`, ...(entry.effect === null ? [] : [what])];
            const twice = keys.flatMap((key) => {
                const first = spent.get(key);
                return first ? [`twice: ${tell(first, evidence.began)}; ${tell(effect, evidence.began)}`] : [];
            });
            for (const key of keys)
                if (!spent.has(key))
                    spent.set(key, effect);
            return twice.slice(0, 1);
        });
    },
};
//# sourceMappingURL=02-at-most-once.js.map