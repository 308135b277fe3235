import type { Ledger } from '../ledger.ts';
import { doneInstalls } from './12-done.ts';

/** Ready by a port is only said of who took a connection on it, after the agent had installed it. */
export function untrueListeners(ledger: Ledger): readonly string[] {
  const { dialled, finished } = ledger.evidence;
  return doneInstalls(ledger).flatMap(({ station, name, id, wishes }) => {
    if (!wishes.every(({ ready }) => ready.startsWith('tcp:'))) return [];
    const since = finished.find((one) => one.station === station && one.request === id)?.at ?? 0;
    const took = dialled.some((one) => one.station === station && one.taken && one.at > since);
    return took ? [] : [`${name} ${id}: done, and nobody took a connection`];
  });
}
