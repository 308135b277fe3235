import type { Evidence } from '../evidence.ts';
import { isRecord, tell } from '../ledger.ts';
import { statusRef } from '../names.ts';
import { readJson } from '../status-file.ts';
import type { Law } from './law.ts';

const restlessMs = 3600_000;
const restlessMax = 5;

/** A password that was refused, if only by another machine at the address, is not shown again for an hour; then it is. */
function isShutOut({ moves, objects }: Evidence, settledAt: number): boolean {
  const status = moves.findLast(({ ref, at }) => ref === statusRef && at <= settledAt)?.to ?? null;
  const plan = readJson(objects, status, 'plan.json');
  const holds = isRecord(plan) && Array.isArray(plan.holds) ? plan.holds.filter(isRecord) : [];
  return holds.some(({ verb }) => verb === 'RotateCredentials');
}

/** At rest nothing is sent and nothing is committed, also by a host that starts from nothing. */
export const quiet: Law = {
  number: 11,
  name: 'quiet',
  broken: ({ effects, landed, evidence }) => {
    const { settledAt, began, objects, scenario } = evidence;
    // A part that somebody replaced is seen by the next whole look, which comes every hour.
    const namesPart = (id: string): boolean => {
      const object = objects.get(id);
      const text = object?.kind === 'commit' ? object.body.message : '';
      return scenario.acts.some((act) => act.kind === 'part' && text.includes(`${act.part} (`));
    };
    if (settledAt === null) {
      // Hours after all was mended, with nobody asking for anything.
      const late = landed.filter(({ at }) => at > evidence.endedAt - restlessMs).length;
      return late > restlessMax ? [`${late} status commits in the last hour, and never at rest`] : [];
    }
    const isSeenLater = (id: string): boolean => namesPart(id) || isShutOut(evidence, settledAt);
    return [
      ...effects.filter(({ at }) => at > settledAt).map((effect) => `at rest: ${tell(effect, began)}`),
      ...evidence.dialled
        .filter(({ at }) => at > settledAt)
        .map(({ at, address }) => `at rest: connected to ${address} at ${(at - began) / 1000} s`),
      ...landed
        .filter(({ at, kind, id }) => at > settledAt && !(kind === 'observation' && isSeenLater(id)))
        .map(({ at, kind, id }) => `at rest: ${kind} commit ${id.slice(0, 8)} at ${(at - began) / 1000} s`),
    ];
  },
};
