import type { Sighting } from '../model/inventory.ts';
import type { Open } from '../model/memory.ts';
import type { Ticks } from '../model/names.ts';
import type { Outcome } from '../model/outcome.ts';
/**
 * What came of a request that was, or may have been, sent: only a look that began after it counts. `null`: not yet known.
 *
 * Times are of the monotonic clock. `since` is when it was sent at the latest: for an intent that was left behind by an
 * earlier process, when this one began.
 */
export declare function resolve(open: Open, since: Ticks, seen: Sighting | undefined, now: Ticks): Outcome | null;
