import type { Evidence } from '../evidence.ts';
import { statusRef } from '../names.ts';
import type { Law } from './law.ts';

/** Every status commit of ours has the head before it as its parent; epochs never fall, and each has one holder. */
export const statusGoesForward: Law = {
  number: 5,
  name: 'status goes forward',
  broken: ({ landed, evidence }) => {
    const wrong: string[] = [];
    let epoch = 0;
    const holders = new Map<number, string>();
    const meddled = evidence.moves
      .filter(({ by, ref }) => by === 'people' && ref !== 'refs/heads/main')
      .map(({ at }) => at);
    let before = 0;
    for (const commit of landed) {
      const [parent = null] = commit.parents;
      if (parent !== commit.from) wrong.push(`${commit.id.slice(0, 8)} does not follow the head that was there`);
      if (commit.parents.length > 1) wrong.push(`${commit.id.slice(0, 8)} has several parents`);
      // Where people take away status and lease, nobody can know which epoch it was.
      if (meddled.some((at) => at > before && at <= commit.at)) {
        epoch = 0;
        holders.clear();
      }
      before = commit.at;
      if (!(commit.epoch >= epoch)) wrong.push(`epoch ${commit.epoch} after ${epoch} in ${commit.id.slice(0, 8)}`);
      epoch = Math.max(epoch, commit.epoch);
      if (isTakenAway(evidence, commit.by, commit.at)) continue;
      const holder = holders.get(commit.epoch) ?? commit.by;
      if (holder !== commit.by) wrong.push(`epoch ${commit.epoch} is of ${holder} and of ${commit.by}`);
      holders.set(commit.epoch, holder);
    }
    for (const { ref, by } of evidence.moves) {
      if (by !== 'people' && ref !== statusRef && !ref.startsWith('refs/nanometal/lease/'))
        wrong.push(`${by} moved ${ref}`);
    }
    return wrong;
  },
};

/** People took its lease away, and it has not seen that yet: another begins to count where it did. */
function isTakenAway({ moves }: Evidence, host: string, at: number): boolean {
  const ofLease = moves.filter((move) => move.ref.startsWith('refs/nanometal/lease/') && move.at <= at);
  const last = (by: string): number => ofLease.findLast((move) => move.by === by)?.at ?? 0;
  return last('people') > last(host);
}
