import { isRecord, type Ledger } from '../ledger.ts';
import { statusRef } from '../names.ts';
import { readJson } from '../status-file.ts';

/** Ready by a port is only said of who took a connection on it, after the agent had installed it. */
export function untrueListeners({ evidence, wishAt, heads }: Ledger): readonly string[] {
  const status = evidence.moves.findLast(({ ref }) => ref === statusRef)?.to ?? null;
  const wish = wishAt(heads.at(-1)?.head ?? null);
  return (wish?.machines ?? []).flatMap(({ station, name, rack, install }) => {
    const file = readJson(evidence.objects, status, `machines/${rack}/${name}.json`);
    const request = isRecord(file) && isRecord(file.requests) ? file.requests[install?.id ?? ''] : undefined;
    if (!install || !isRecord(request) || request.state !== 'done') return [];
    // Nothing keeps people from another wish under an id that is not spent yet.
    const readies = [...evidence.commits.values()].flatMap((commit) =>
      commit.wish.machines.flatMap((one) =>
        one.station === station && one.install?.id === install.id ? [one.install.ready] : [],
      ),
    );
    if (!readies.every((ready) => ready.startsWith('tcp:'))) return [];
    const since = evidence.finished.find((one) => one.station === station && one.request === install.id)?.at ?? 0;
    const took = evidence.dialled.some((one) => one.station === station && one.taken && one.at > since);
    return took ? [] : [`${name} ${install.id}: done, and nobody took a connection`];
  });
}
