import { isRecord } from '../ledger.ts';
import { readJson, statusRef } from '../world.ts';
import type { Law } from './law.ts';

/** However it came to pass: in the end all is as the last commit wants it, or a hold says why not. */
export const crashEquivalence: Law = {
  number: 6,
  name: 'crash equivalence',
  broken: ({ evidence, heads, wishAt, effects }) => {
    const { began, healedAt, settledAt } = evidence;
    const wish = wishAt(heads.at(-1)?.head ?? null);
    const status = evidence.moves.findLast(({ ref }) => ref === statusRef)?.to ?? null;
    const plan = readJson(evidence.objects, status, 'plan.json');
    const holds = isRecord(plan) && Array.isArray(plan.holds) ? plan.holds.filter(isRecord) : [];
    if (settledAt === null) {
      const open = isRecord(plan) && Array.isArray(plan.intents) ? plan.intents.length : 0;
      return [`never came to rest after ${(healedAt - began) / 1000} s: ${open} under way, ${holds.length} held`];
    }
    const wrong: string[] = [];
    for (const machine of wish?.machines ?? []) {
      const found = evidence.finally[machine.station];
      const held = holds.filter((hold) => hold.machine === machine.name).map((hold) => String(hold.reason));
      if (!found) continue;
      const excused = held.some((reason) => excuses.has(reason));
      if (machine.power && found.power !== machine.power && !excused) {
        wrong.push(`${machine.name} is ${found.power}, ${machine.power} is wanted, held: ${held.join() || 'no'}`);
      }
      for (const [key, value] of Object.entries(machine.bios)) {
        if (found.bios[key] !== value && !excused)
          wrong.push(`${machine.name}: ${key} is ${found.bios[key]}, ${value} is wanted`);
      }
      for (const reason of held) {
        if (!excuses.has(reason)) wrong.push(`${machine.name} is held for ever: ${reason}`);
      }
      const last = effects.filter(
        ({ intent, verb }) => verb === 'Identify' && intent?.request === `last-${machine.station}`,
      );
      if (last.length !== 1)
        wrong.push(`${machine.name} received its last Identify ${last.length} times, held: ${held.join() || 'no'}`);
    }
    return wrong;
  },
};

/** Reasons that people have to end. */
const excuses = new Set([
  'Drifted',
  'OutcomeUnknown',
  'WaitingForPower',
  'Superseded',
  'Assumed',
  'BlastRadius',
  'Fighting',
  'Expired',
]);
