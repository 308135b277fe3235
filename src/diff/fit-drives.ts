import type { ExpectedHardware } from '../model/fleet.ts';
import type { Drive } from '../model/inventory.ts';

type Wanted = NonNullable<ExpectedHardware['drives']>[number];

/**
 * How many drives each entry of a class gets when every drive counts for one entry only, and as many places as possible
 * are filled: a large drive may stand for a small one, but not for both. (Bipartite matching by augmenting paths.)
 */
export function dealDrives(
  entries: readonly Wanted[],
  drives: readonly Drive[],
): readonly { readonly wanted: Wanted; readonly found: number }[] {
  const taken = new Map<Drive, number>();
  const found = entries.map(() => 0);
  const place = (entry: number, tried: Set<Drive>): boolean => {
    const wanted = entries[entry];
    for (const drive of wanted ? drives : []) {
      if (!wanted || tried.has(drive) || !fits(wanted, drive)) continue;
      tried.add(drive);
      const holder = taken.get(drive);
      if (holder !== undefined && !place(holder, tried)) continue;
      taken.set(drive, entry);
      return true;
    }
    return false;
  };
  for (const [entry, { count }] of entries.entries()) {
    for (let i = 0; i < count && place(entry, new Set()); i++) found[entry] = (found[entry] ?? 0) + 1;
  }
  return entries.map((wanted, entry) => ({ wanted, found: found[entry] ?? 0 }));
}

/** What a drive does not tell is not held against it. */
const fits = ({ media, minGB }: Wanted, drive: Drive): boolean =>
  (media === undefined || drive.media === undefined || drive.media === media) &&
  (minGB === undefined || drive.bytes === undefined || drive.bytes >= minGB * 1e9);
