import { illness } from './compare.ts';
import type { Placed } from './ground.ts';
import { look } from './look.ts';
import type { Reading } from './reading.ts';
import type { Work } from './work.ts';

const pollMs = 1_000;
/** A service must stay the same run for so long, all checks passing: between two crashes many a one looks well. */
const steadyMs = 6_000;

export type Awaited =
  | { readonly kind: 'healthy'; readonly reading: Reading }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'cut'; readonly changed: true; readonly message: string };

const calledOff: Awaited = { kind: 'cut', changed: true, message: 'called off while it was getting healthy' };

/**
 * Looks until all is well, or the release's deadline has passed. A host that does not answer for a while is waited for; one
 * that still does not at the end cannot be put back either.
 */
export async function awaitHealth(work: Work, placed: Placed): Promise<Awaited> {
  const { clock, shell, ground, signal, steps } = work;
  const deadline = clock.monotonic() + placed.deadlineMs;
  // Which run of the service has been well, and since when; null: none.
  let well: string | null = null;
  let since = 0;
  for (;;) {
    const seen = await look(shell, ground, [placed], false, signal);
    if (steps.isOver()) return calledOff;
    const [reading] = seen.kind === 'read' ? seen.readings : [];
    const wrong = reading === undefined ? 'the host does not answer' : illness(placed, reading);
    const now = clock.monotonic();
    if (reading !== undefined && wrong === '') {
      const run = reading.service?.run ?? '';
      if (well !== run) since = now;
      well = run;
      if (placed.service === undefined || now - since >= steadyMs) return { kind: 'healthy', reading };
    } else {
      well = null;
    }
    // What began to be well in time is watched to the end.
    if (well === null && now >= deadline) {
      const within = `not healthy within ${Math.round(placed.deadlineMs / 1000)} s`;
      if (seen.kind === 'missed') return { kind: 'cut', changed: true, message: `${within}: ${seen.message}` };
      return { kind: 'failed', message: `${within}: ${wrong}` };
    }
    await clock.sleep(pollMs, signal);
    if (steps.isOver()) return calledOff;
  }
}
