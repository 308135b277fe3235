import type { Fleet, Machine } from '../model/fleet.ts';
import type { Facts, Hardware, Identity, Inventory } from '../model/inventory.ts';
import type { MachineName } from '../model/names.ts';
import type { Verdict } from '../model/plan.ts';
import { explainMismatch, isOwn, matches, replacementRemedy } from './identity.ts';
import { mismatches } from './match.ts';

/** For every machine that was seen: is it the one that was enrolled, and is it of its class? */
export function judge(fleet: Fleet, inventory: Inventory): ReadonlyMap<MachineName, Verdict> {
  const verdicts = new Map<MachineName, Verdict>();
  for (const machine of fleet.machines) {
    const seen = inventory.get(machine.name);
    if (seen?.last) verdicts.set(machine.name, verdictOf(machine, seen.last.facts, seen.hardware));
  }
  return verdicts;
}

interface Kept {
  readonly machine: Machine;
  readonly hardware: Hardware | undefined;
  readonly verdict: Verdict;
}

/** Kept by the facts that it is about, which stay the same object while nothing changes. */
const kept = new WeakMap<Facts, Kept>();

function verdictOf(machine: Machine, facts: Facts, hardware: Hardware | undefined): Verdict {
  const known = kept.get(facts);
  if (known?.machine === machine && known.hardware === hardware) return known.verdict;
  const same = matches(machine.identity, facts.identity);
  const verdict: Verdict = {
    identity: same ? 'matches' : 'differs',
    identityMessage: same ? '' : whoAnswers(machine, facts.identity),
    isOwn: isOwn(machine, facts.identity),
    hardware: hardware ? mismatches(machine.class.expects, hardware) : null,
  };
  kept.set(facts, { machine, hardware, verdict });
  return verdict;
}

/** For people: who was enrolled, who answers, and what to write where that is meant. */
export const whoAnswers = ({ name, identity }: Machine, seen: Identity): string =>
  `${explainMismatch(identity, seen)}; ${replacementRemedy(name, seen)}`;
