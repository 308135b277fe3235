import { headsWithin, tell } from '../ledger.ts';
import { foreignWork } from './07-work.ts';
import type { Law } from './law.ts';

/** Between the last look at who answers and the moment in which the request that follows it sets out. */
const blinkMs = 5_000;

/** No machine but the enrolled one ever receives anything. */
export const identityFirst: Law = {
  number: 7,
  name: 'identity first',
  broken: (ledger) => {
    const { effects, evidence, wishAt } = ledger;
    const received = effects.flatMap((effect) => {
      const { entry, station, at, left, intent, serial } = effect;
      const told = tell(effect, evidence.began);
      const swapped = evidence.interventions.some(
        (one) =>
          (one.kind === 'wrong-machine' || one.kind === 'board') &&
          one.station === station &&
          ((one.at <= at && left - one.at < blinkMs) ||
            (one.until !== undefined && one.until <= at && left - one.until < blinkMs)),
      );
      if (swapped) return [];
      if (entry.machine.endsWith('-stranger')) return [`a stranger received ${told}`];
      const isEnrolled = [intent?.commit ?? null, ...headsWithin(ledger, at - 90_000, at)].some((commit) =>
        wishAt(commit)?.machines.some((machine) => machine.station === station && machine.serial === serial),
      );
      return isEnrolled ? [] : [`another board received ${told}`];
    });
    return [...received, ...foreignWork(ledger)];
  },
};
