import type { Fleet, Machine } from '../model/fleet.ts';
import type { Facts, Inventory } from '../model/inventory.ts';
import type { MachineName } from '../model/names.ts';
import type { Verdict } from '../model/plan.ts';
import { explainMismatch, matches } from './identity.ts';
import { mismatches } from './match.ts';

/** For every machine that was seen: is it the one that was enrolled, and is it of its class? */
export function judge(fleet: Fleet, inventory: Inventory): ReadonlyMap<MachineName, Verdict> {
  const verdicts = new Map<MachineName, Verdict>();
  for (const machine of fleet.machines) {
    const facts = inventory.get(machine.name)?.last?.facts;
    if (!facts) continue;
    verdicts.set(machine.name, verdictOf(machine, facts));
  }
  return verdicts;
}

/** Kept by the facts that it is about, which stay the same object while nothing changes. */
const kept = new WeakMap<Facts, { readonly machine: Machine; readonly verdict: Verdict }>();

function verdictOf(machine: Machine, facts: Facts): Verdict {
  const known = kept.get(facts);
  if (known?.machine === machine) return known.verdict;
  const same = matches(machine.identity, facts.identity);
  const verdict: Verdict = {
    identity: same ? 'matches' : 'differs',
    identityMessage: same ? '' : explainMismatch(machine.identity, facts.identity),
    hardware: facts.hardware ? mismatches(machine.class.expects, facts.hardware) : null,
  };
  kept.set(facts, { machine, verdict });
  return verdict;
}
