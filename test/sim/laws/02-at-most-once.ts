import { type Effect, tell } from '../ledger.ts';
import { repeatedWork } from './02-work.ts';
import type { Law } from './law.ts';

/** One request for each grant that was not refused; one change of the hardware for each thing that was asked of it. */
export const atMostOnce: Law = {
  number: 2,
  name: 'at most once',
  broken: (ledger) => {
    const { effects, evidence } = ledger;
    const spent = new Map<string, Effect>();
    const twiceSent = effects.flatMap((effect) => {
      const { intent, serial, verb, force, entry } = effect;
      if (!intent) return [];
      const what = `${serial} ${intent.request} ${verb}${force ? '/force' : ''}`;
      const keys = [`grant ${intent.grant}`, ...(entry.effect === null ? [] : [what])];
      const twice = keys.flatMap((key) => {
        const first = spent.get(key);
        return first ? [`twice: ${tell(first, evidence.began)}; ${tell(effect, evidence.began)}`] : [];
      });
      for (const key of keys) if (!spent.has(key)) spent.set(key, effect);
      return twice.slice(0, 1);
    });
    return [...twiceSent, ...repeatedWork(ledger)];
  },
};
