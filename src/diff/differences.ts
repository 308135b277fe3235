import type { Machine } from '../model/fleet.ts';
import type { Facts, Identity, Sighting } from '../model/inventory.ts';
import type { Difference } from '../model/plan.ts';
import { compareIdentity, explainMismatch, identityFields } from './identity.ts';
import { mismatches } from './match.ts';
import { declaredFields } from './take-in.ts';

/**
 * How a machine that is only looked at differs from its manifest. Adopting writes nothing to hardware: the manifest is made
 * true until nothing is left here, and only then is the machine managed.
 */
export function differences(machine: Machine, seen: Sighting | undefined): readonly Difference[] {
  const { name, rack, management } = machine;
  if (management === 'manage') return [];
  const found: Difference[] = [];
  const say = (field: string, message: string): void => {
    found.push({ machine: name, rack, management, field, message });
  };
  if (seen?.miss) say('seen', `it cannot be compared: ${seen.miss.message}`);
  const facts = seen?.last?.facts;
  if (!facts) {
    if (!seen?.miss) say('seen', 'it cannot be compared: not seen yet');
    return found;
  }
  const identity = identityDifference(machine.identity, facts.identity);
  if (identity !== null) say('identity', identity);
  for (const wrong of seen?.hardware ? mismatches(machine.class.expects, seen.hardware) : []) {
    say('class', `not a ${machine.class.name}: ${wrong}`);
  }
  for (const [field, value] of declaredFields(machine)) {
    // Whether an account of ours is there is seen by no look.
    if (field === 'account') continue;
    const observed = observedOf(facts, field);
    if (observed !== value) say(field, `${value} is declared, ${observed ?? 'nothing of that name'} is observed`);
  }
  return found;
}

const observedOf = (facts: Facts, field: string) =>
  field === 'power' ? facts.power : facts.bios.attributes[field.slice('bios/'.length)];

function identityDifference(enrolled: Identity, seen: Identity): string | null {
  if (compareIdentity(enrolled, seen).differing.length > 0) return explainMismatch(enrolled, seen);
  const missing = identityFields.filter((field) => enrolled[field] === undefined && seen[field] !== undefined);
  if (missing.length === 0) return null;
  return `not yet in the manifest: ${missing.map((field) => `${field} ${seen[field]}`).join(', ')}`;
}
