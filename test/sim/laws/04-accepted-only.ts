import { asks, forbids, headsWithin, machineIn, tell } from '../ledger.ts';
import type { Law } from './law.ts';

/** From reading the head to the effect: 30 s of preflight, and a slow way to the BMC. */
const staleMs = 90_000;

/** Whoever acts goes by a head that was there a moment ago, is whole, descends from what was accepted, and still asks. */
export const acceptedOnly: Law = {
  number: 4,
  name: 'accepted only',
  broken: (ledger) =>
    ledger.effects.flatMap((effect) => {
      const { intent, at } = effect;
      if (!intent) return [];
      const told = tell(effect, ledger.evidence.began);
      if (ledger.wishAt(intent.commit)?.broken) return [`its commit is broken: ${told}`];
      const stands = headsWithin(ledger, at - staleMs, at).some((head) => {
        if (!ledger.descends(intent.commit, head)) return false;
        const wish = ledger.wishAt(head);
        if (!wish || wish.broken) return wish !== null;
        const machine = machineIn(wish, effect) ?? wish.machines.find(({ name }) => name === intent.machine) ?? null;
        return machine !== null && asks(machine, intent) && !forbids(wish, machine, effect.verb);
      });
      return stands ? [] : [`no head of the last ${staleMs / 1000} s asks for ${told}`];
    }),
};
