import type { CommitId } from '../../model/names.ts';
import { breather } from './store/breathe.ts';

/** `null`: no such commit here. */
export type ReadParents = (id: CommitId) => Promise<readonly CommitId[] | null>;

/** Commits that one question may visit; a history beyond it answers "no", which only ever makes us do less. */
const visitsMax = 2_000_000;

/**
 * Is `ancestor` in the history of `descendant`? Equal ids: yes (isomorphic-git says no). Missing history: no. Walks
 * breadth first, so the usual question, about the last few commits, ends at once.
 */
export async function reaches(ancestor: CommitId, descendant: CommitId, readParents: ReadParents): Promise<boolean> {
  if ((await readParents(ancestor)) === null) return false;
  const breathe = breather();
  const seen = new Set<CommitId>([descendant]);
  let edge: CommitId[] = [descendant];
  while (edge.length > 0 && seen.size < visitsMax) {
    const next: CommitId[] = [];
    for (const id of edge) {
      if (id === ancestor) return true;
      for (const parent of (await readParents(id)) ?? []) {
        if (seen.has(parent)) continue;
        seen.add(parent);
        next.push(parent);
      }
      await breathe();
    }
    edge = next;
  }
  return false;
}
