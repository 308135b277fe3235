import type { Fleet } from '../model/fleet.ts';
import type { Inventory } from '../model/inventory.ts';
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
    const same = matches(machine.identity, facts.identity);
    verdicts.set(machine.name, {
      identity: same ? 'matches' : 'differs',
      identityMessage: same ? '' : explainMismatch(machine.identity, facts.identity),
      hardware: facts.hardware ? mismatches(machine.class.expects, facts.hardware) : null,
    });
  }
  return verdicts;
}
