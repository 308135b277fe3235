import type { Evidence } from './evidence.ts';
import { isRecord } from './ledger.ts';
import { statusRef } from './names.ts';
import type { MachineWish } from './people.ts';
import { readJson, readText } from './status-file.ts';

/** A file of the status branch as it was left; undefined where there is none. */
export const lastJson = ({ objects, moves }: Evidence, path: string): unknown =>
  readJson(objects, lastCommit(moves), path);

export const lastText = ({ objects, moves }: Evidence, path: string): string | undefined =>
  readText(objects, lastCommit(moves), path);

const lastCommit = (moves: Evidence['moves']): string | null =>
  moves.findLast(({ ref }) => ref === statusRef)?.to ?? null;

/** What the last plan holds. */
export function lastHolds(evidence: Evidence): readonly Readonly<Record<string, unknown>>[] {
  const plan = lastJson(evidence, 'plan.json');
  return isRecord(plan) && Array.isArray(plan.holds) ? plan.holds.filter(isRecord) : [];
}

/** What is said last of a machine's requests, by their ids; null: nothing is said of the machine. */
export function lastRequests(
  evidence: Evidence,
  { rack, name }: Pick<MachineWish, 'rack' | 'name'>,
): Readonly<Record<string, unknown>> | null {
  const file = lastJson(evidence, `machines/${rack}/${name}.json`);
  return isRecord(file) && isRecord(file.requests) ? file.requests : null;
}
