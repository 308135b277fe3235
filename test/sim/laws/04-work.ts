import { forbids, headsWithin, type Ledger, machineIn } from '../ledger.ts';
import type { Scenario } from '../scenario.ts';
import { namesOf } from './01-work.ts';

/** The head is read right before work is handed out; a Git host or a disk that is slow may take longer. */
const staleMsOf = ({ acts }: Scenario): number => (acts.some(({ kind }) => kind === 'slow') ? 90_000 : 25_000);

/** Work leaves only while a head that was there a moment ago still asks for it. */
export function staleWork(ledger: Ledger): readonly string[] {
  const staleMs = staleMsOf(ledger.evidence.scenario);
  return ledger.evidence.handed.flatMap((one) => {
    const intent = ledger.granted(one.grant, one.at);
    if (!intent) return [];
    const stands = headsWithin(ledger, one.at - staleMs, one.at).some((head) => {
      if (!ledger.descends(intent.commit, head)) return false;
      const wish = ledger.wishAt(head);
      if (!wish || wish.broken) return wish !== null;
      const machine = machineIn(wish, one);
      return machine !== null && namesOf(machine, intent.request) !== null && !forbids(wish, machine, one.verb);
    });
    const at = ((one.at - ledger.evidence.began) / 1000).toFixed(3);
    return stands
      ? []
      : [
          `no head of the last ${staleMs / 1000} s asks for ${one.verb} at station ${one.station + 1}, handed out at ${at} s`,
        ];
  });
}
