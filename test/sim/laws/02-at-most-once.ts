import { type Effect, tell } from '../ledger.ts';
import type { Law } from './law.ts';

/** One effect for each grant, and for each thing that was asked of one piece of hardware. */
export const atMostOnce: Law = {
  number: 2,
  name: 'at most once',
  broken: ({ effects, evidence }) => {
    const spent = new Map<string, Effect>();
    return effects.flatMap((effect) => {
      const { intent, serial, verb, force } = effect;
      if (!intent) return [];
      const keys = [`grant ${intent.grant}`, `${serial} ${intent.request} ${verb}${force ? '/force' : ''}`];
      const twice = keys.flatMap((key) => {
        const first = spent.get(key);
        return first ? [`twice: ${tell(first, evidence.began)}; ${tell(effect, evidence.began)}`] : [];
      });
      for (const key of keys) if (!spent.has(key)) spent.set(key, effect);
      return twice.slice(0, 1);
    });
  },
};
