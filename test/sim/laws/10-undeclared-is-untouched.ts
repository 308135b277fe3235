import { isRecord, tell } from '../ledger.ts';
import { biosOf } from '../people.ts';
import { touchedDisks } from './10-disks.ts';
import type { Law } from './law.ts';

/** What is written is what the intent names, key by key; nothing is ever written that no manifest names. */
export const undeclaredIsUntouched: Law = {
  number: 10,
  name: 'undeclared is untouched',
  broken: (ledger) => {
    const { effects, evidence } = ledger;
    const declared = new Map<number, Set<string>>();
    for (const { wish } of evidence.commits.values()) {
      for (const machine of wish.machines) {
        const { station } = machine;
        declared.set(station, new Set([...(declared.get(station) ?? []), ...Object.keys(biosOf(wish, machine))]));
      }
    }
    const keys = effects.flatMap((effect) => {
      if (effect.verb !== 'SetBios') return [];
      const { body } = effect.entry;
      const attributes = isRecord(body) && isRecord(body.Attributes) ? body.Attributes : {};
      const foreign = Object.entries(attributes).filter(
        ([key, value]) => effect.intent?.attributes[key] !== value || !declared.get(effect.station)?.has(key),
      );
      return foreign.length > 0 ? [`${foreign.map(([key]) => key).join(', ')} by ${tell(effect, evidence.began)}`] : [];
    });
    return [...keys, ...touchedDisks(ledger)];
  },
};
