import { asks, type Ledger, machineIn, tell } from '../ledger.ts';
import { unauthorisedWork } from './01-work.ts';
import type { Law } from './law.ts';

/** Every effect had its pushed intent before it arrived, and a sound commit asks for just that. */
export const authorised: Law = {
  number: 1,
  name: 'authorised',
  broken: (ledger) => [...unauthorisedEffects(ledger), ...unauthorisedWork(ledger)],
};

const unauthorisedEffects = ({ effects, evidence, wishAt }: Ledger): readonly string[] =>
  effects.flatMap((effect) => {
    const told = tell(effect, evidence.began);
    const { intent } = effect;
    if (!intent) return [`no pushed intent before ${told}`];
    const wish = wishAt(intent.commit);
    if (!wish) return [`its commit is not one of the people's: ${told}`];
    const machine = machineIn(wish, effect);
    // A correction is for what is declared now, not only for what its commit said.
    if (intent.request.includes('#')) return [];
    return machine && asks(machine, intent) ? [] : [`its commit does not ask for ${told}`];
  });
