import type { Ledger } from '../ledger.ts';
import { disksOf } from '../people.ts';

/** A disk that no commit ever named was never written to. */
export function touchedDisks({ evidence }: Ledger): readonly string[] {
  const named = new Set<string>();
  for (const { wish } of evidence.commits.values()) {
    for (const { install, operations } of wish.machines) {
      if (install) for (const disk of disksOf(install)) named.add(disk);
      for (const serial of operations.flatMap(({ serials = [] }) => serials)) named.add(serial);
    }
  }
  return evidence.finally.flatMap(({ disks }, station) =>
    disks
      .filter(({ serial, writes }) => writes > 0 && !named.has(serial))
      .map(
        ({ serial, writes }) =>
          `${serial} in station ${station + 1} was written to ${writes} times, and nobody named it`,
      ),
  );
}
