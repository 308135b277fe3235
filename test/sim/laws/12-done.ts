import { lastRequests } from '../last-status.ts';
import { isRecord, type Ledger } from '../ledger.ts';
import type { InstallWish } from '../people.ts';

/** An install that the last status calls done. */
export interface DoneInstall {
  readonly station: number;
  readonly name: string;
  readonly id: string;
  readonly request: Readonly<Record<string, unknown>>;
  /** All that was ever wished under its id: nothing keeps people from another wish under one that is not spent yet. */
  readonly wishes: readonly InstallWish[];
}

export function doneInstalls({ evidence, wishAt, heads }: Ledger): readonly DoneInstall[] {
  const wish = wishAt(heads.at(-1)?.head ?? null);
  return (wish?.machines ?? []).flatMap(({ station, name, rack, install }) => {
    const request = lastRequests(evidence, { rack, name })?.[install?.id ?? ''];
    if (!install || !isRecord(request) || request.state !== 'done') return [];
    const { id } = install;
    const wishes = [...evidence.commits.values()].flatMap((commit) =>
      commit.wish.machines.flatMap((one) => (one.station === station && one.install?.id === id ? [one.install] : [])),
    );
    return [{ station, name, id, request, wishes }];
  });
}
