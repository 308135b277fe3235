import { isDisruptive } from '../ledger.ts';
import type { Law } from './law.ts';

/** At most `maxConcurrent` disruptions stand as intents at one time, and no commit disrupts more than `maxPerCommit` machines. */
export const blastRadius: Law = {
  number: 9,
  name: 'blast radius',
  broken: ({ landed, effects, evidence }) => {
    const { maxConcurrent, maxPerCommit } = evidence.scenario.policy;
    const many = landed.flatMap(({ intents, id, at }) => {
      const open = intents.filter(({ verb }) => isDisruptive(verb)).length;
      return open > maxConcurrent
        ? [`${open} disruptions at ${(at - evidence.began) / 1000} s in ${id.slice(0, 8)}`]
        : [];
    });
    const disrupted = new Map<string, Set<number>>();
    for (const { intent, verb, station } of effects) {
      if (!intent || !isDisruptive(verb) || intent.request.includes('#')) continue;
      disrupted.set(intent.commit, (disrupted.get(intent.commit) ?? new Set()).add(station));
    }
    const wide = [...disrupted].flatMap(([commit, machines]) =>
      machines.size > maxPerCommit ? [`commit ${commit.slice(0, 8)} disrupted ${machines.size} machines`] : [],
    );
    return [...many, ...wide];
  },
};
