import type { Listening } from '../model/boot.ts';
import type { Inventory, Listens } from '../model/inventory.ts';
import type { MachineName } from '../model/names.ts';
import { same } from '../model/same.ts';
import type { Clock } from '../ports/clock.ts';
import type { Events } from '../ports/events.ts';
import type { Reach, Reached } from '../ports/reach.ts';

/** Tries in the background whether installed systems take connections. A pass never waits for it. */
export interface Reaches {
  /** From now on these are tried, and nobody else. */
  tend(awaited: ReadonlyMap<MachineName, Listening>, signal: AbortSignal): void;
  /** With the last connection that each of them took. */
  land(inventory: Inventory): Inventory;
  /** Waits until every connection is closed. */
  end(): Promise<void>;
}

/** Machines at one time; the others wait for their turn. */
const atOnceMax = 64;
const connectMs = 5_000;
/** Between two tries of one machine. */
const againMs = 5_000;

interface Tried {
  readonly to: Listening;
  readonly off: AbortController;
  /** What was said of each address last: only news is told. */
  readonly told: Map<string, string>;
  listens?: Listens;
}

export function createReaches({
  reach,
  clock,
  events,
}: {
  readonly reach: Reach;
  readonly clock: Clock;
  readonly events: Events;
}): Reaches {
  const tried = new Map<MachineName, Tried>();
  const running = new Set<Promise<void>>();
  const over = new AbortController();
  const turns = createTurns(atOnceMax);
  /** What a try threw, which is a bug: it ends the pass, and not whoever happens to be waiting. */
  let thrown: { readonly error: unknown } | null = null;

  /** Of several addresses one after the other, until one is taken. */
  async function follow(machine: MachineName, known: Tried, signal: AbortSignal): Promise<void> {
    const { addresses, port } = known.to;
    for (let index = 0; !signal.aborted; ) {
      const address = addresses[index % addresses.length] ?? '';
      await turns.take();
      const at = clock.monotonic();
      const reached = await tryOnce(address, port, signal).finally(turns.give);
      if (reached.kind === 'taken') known.listens = { address, port, at };
      else index += 1;
      const word = reached.kind === 'taken' ? reached.kind : reached.reason;
      if (word !== 'aborted' && known.told.get(address) !== word) {
        known.told.set(address, word);
        events.emit({ kind: 'reached', machine, address, port, reached });
      }
      await clock.sleep(againMs, signal);
    }
  }

  /** While it waited for its turn, it may have been called off. */
  const tryOnce = async (address: string, port: number, signal: AbortSignal): Promise<Reached> =>
    signal.aborted ? calledOff : reach.connect({ address, port, connectMs }, signal);

  function start(machine: MachineName, to: Listening, signal: AbortSignal): Tried {
    const known: Tried = { to, off: new AbortController(), told: new Map() };
    const run: Promise<void> = follow(machine, known, AbortSignal.any([signal, over.signal, known.off.signal]))
      .catch((error: unknown) => {
        thrown = { error };
      })
      .then(() => {
        running.delete(run);
      });
    running.add(run);
    return known;
  }

  return {
    tend(awaited, signal) {
      if (thrown) throw thrown.error;
      for (const [machine, { to, off }] of tried) {
        if (same(awaited.get(machine), to)) continue;
        off.abort(null);
        tried.delete(machine);
      }
      for (const [machine, to] of awaited) {
        if (!tried.has(machine)) tried.set(machine, start(machine, to, signal));
      }
    },
    land(inventory) {
      if (tried.size === 0) return inventory;
      const merged = new Map(inventory);
      for (const [machine, { listens }] of tried) {
        if (listens) merged.set(machine, { ...merged.get(machine), listens });
      }
      return merged;
    },
    async end() {
      over.abort(null);
      await Promise.all(running);
    },
  };
}

const calledOff: Reached = { kind: 'failed', reason: 'aborted', message: 'called off before it began' };

/** So many at one time, the others in the order in which they came. */
function createTurns(most: number): { readonly take: () => Promise<void>; readonly give: () => void } {
  const waiting: (() => void)[] = [];
  let left = most;
  return {
    take: () => {
      if (left === 0) return new Promise((resolve) => waiting.push(resolve));
      left -= 1;
      return Promise.resolve();
    },
    // The place stays taken from one to the next.
    give: () => {
      const next = waiting.shift();
      if (next) next();
      else left += 1;
    },
  };
}
