import type { Evidence } from '../evidence.ts';
import { bootSteps, type Effect, tell } from '../ledger.ts';
import { repeatedWork } from './02-work.ts';
import type { Law } from './law.ts';

/** One request for each grant that was not refused; one change of the hardware for each thing that was asked of it. */
export const atMostOnce: Law = {
  number: 2,
  name: 'at most once',
  broken: (ledger) => {
    const { effects, evidence } = ledger;
    const spent = new Map<string, Effect>();
    const attempts = new Map<string, number>();
    const twiceSent = effects.flatMap((effect) => {
      const { intent, serial, verb, force, entry } = effect;
      if (!intent) return [];
      const what = `${serial} ${intent.request} ${verb}${force ? '/force' : ''}`;
      // A machine may be booted into the agent several times, each under a grant of its own.
      const isBoot = bootSteps.has(verb) && isPulledRequest(evidence, intent.request);
      const keys = [`grant ${intent.grant}`, ...(entry.effect === null || isBoot ? [] : [what])];
      const often = (attempts.get(what) ?? 0) + 1;
      if (isBoot && entry.effect !== null) attempts.set(what, often);
      if (isBoot && often > attemptsMax + 1) return [`${often} times: ${tell(effect, evidence.began)}`];
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

/** Boot attempts of one request; our medium may be taken out once more than it was put in. */
const attemptsMax = 3;

/** What an agent does for it; it has steps before and after that. */
const isPulledRequest = ({ commits }: Evidence, request: string): boolean =>
  request.endsWith(':release') ||
  [...commits.values()].some(({ wish }) =>
    wish.machines.some(
      ({ install, operations }) =>
        install?.id === request ||
        operations.some(({ id, verb }) => id === request && (verb === 'Erase' || verb === 'Inspect')),
    ),
  );
