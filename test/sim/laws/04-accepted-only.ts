import { asks, forbids, headsWithin, type Ledger, machineIn, tell } from '../ledger.ts';
import { main } from '../names.ts';
import { staleWork } from './04-work.ts';
import type { Law } from './law.ts';

/** From reading the head to the effect: 30 s of preflight, and a slow way to the BMC. */
const staleMs = 90_000;

/** Whoever acts goes by a head that was there a moment ago, is whole, descends from what was accepted, and still asks. */
export const acceptedOnly: Law = {
  number: 4,
  name: 'accepted only',
  broken: (ledger) => [
    ...backward(ledger),
    ...staleWork(ledger),
    ...ledger.effects.flatMap((effect) => {
      const { intent, at } = effect;
      if (!intent) return [];
      const told = tell(effect, ledger.evidence.began);
      // Clearing away what we put in, after it is no longer asked for, is no new thing.
      if (intent.verb === 'EjectMedia') return [];
      if (ledger.wishAt(intent.commit)?.broken) return [`its commit is broken: ${told}`];
      const stands = headsWithin(ledger, at - staleMs, at).some((head) => {
        if (!ledger.descends(intent.commit, head)) return false;
        const wish = ledger.wishAt(head);
        if (!wish || wish.broken) return wish !== null;
        const machine = machineIn(wish, effect);
        return machine !== null && asks(machine, intent) && !forbids(wish, machine, effect.verb);
      });
      return stands ? [] : [`no head of the last ${staleMs / 1000} s asks for ${told}`];
    }),
  ],
};

/** What is in force descends from what was in force before, as long as anybody can remember. */
function backward({ landed, descends, evidence }: Ledger): readonly string[] {
  const wrong: string[] = [];
  const losses = evidence.interventions
    .filter(({ kind }) => kind === 'amnesia' || kind === 'host-lost')
    .map(({ at }) => at);
  const meddled = evidence.moves.filter(({ by, ref }) => by === 'people' && ref !== main).map(({ at }) => at);
  let before: { readonly at: number; readonly accepted: string } | null = null;
  for (const { at, id, accepted } of landed) {
    if (accepted === null) continue;
    const since = before?.at ?? at;
    const isForgotten = [...losses, ...meddled].some((lost) => lost > since && lost <= at);
    if (before && !isForgotten && !descends(before.accepted, accepted))
      wrong.push(`${id.slice(0, 8)} goes back from ${before.accepted.slice(0, 8)} to ${accepted.slice(0, 8)}`);
    before = { at, accepted };
  }
  return wrong;
}
