import type { Fleet, Machine } from '../model/fleet.ts';
import type { Facts, Inventory, Look, Sighting } from '../model/inventory.ts';
import type { MachineName, Ticks } from '../model/names.ts';
import { same } from '../model/same.ts';
import type { BootMedium } from '../ports/agents.ts';
import type { Clock } from '../ports/clock.ts';
import type { Depth, InfrastructureDriver, OwnLogin, Subject } from '../ports/driver.ts';
import type { Events } from '../ports/events.ts';
import { backoffMs } from '../status/backoff.ts';

/**
 * Keeps looking at machines in the background, so that a pass never waits for one (design §5). Those that answered last
 * have places of their own: what hangs is looked at in another lane and delays nobody.
 */
export interface Watch {
  /** Starts the looks that are due, waits up to `waitMs` for them, and tells what is known now. */
  look(fleet: Fleet, wish: Wish, waitMs: number, signal: AbortSignal): Promise<Inventory>;
  /** One quick look right now, whatever is due. */
  lookNow(fleet: Fleet, machine: Machine, signal: AbortSignal): Promise<Look>;
  /** Every machine has been looked at since the process began, or missed, and this inventory has what came of it. */
  complete(fleet: Fleet, told: Inventory): boolean;
  /** When the next look is due. */
  nextDueMs(): number;
}

export interface Wish {
  /** Something is under way there: look again soon. */
  readonly active: ReadonlySet<MachineName>;
  /** Not looked at meanwhile: the password that it would show is being changed. */
  readonly paused: ReadonlySet<MachineName>;
  /** A full look is wanted that began after this. */
  readonly full: ReadonlyMap<MachineName, Ticks>;
}

/** Looks at one time among machines that answered last, and among those that did not. */
const lanes = { healthy: 64, suspect: 16 } as const;
/** One look, however many requests it takes. */
const lookMsMax = 90_000;
/** How finely due looks are told apart while others are waited for. */
const dueStepMs = 50;
const activeMs = 1_000;
const activeMissMs = 5_000;
const fullMs = 3600_000;
/** A full look that did not show the hardware is made again sooner: perhaps one of its many requests went wrong. */
const unshownMs = 5 * 60_000;

interface Watched {
  sighting: Sighting;
  dueAt: Ticks;
  /** The lane of the look under way. */
  running: Lane | null;
  startedAt: Ticks;
  fullDueAt: Ticks;
  /** A full look has come back, with whatever this BMC shows of its hardware. */
  looked: boolean;
  active: boolean;
}
type Lane = keyof typeof lanes;

export function createWatch(
  drivers: ReadonlyMap<string, InfrastructureDriver>,
  clock: Clock,
  events: Events,
  pollMs: number,
  logins: ReadonlyMap<MachineName, readonly OwnLogin[]>,
  mediums: ReadonlyMap<MachineName, BootMedium> = new Map(),
): Watch {
  const watched = new Map<MachineName, Watched>();
  const running = { healthy: 0, suspect: 0 };
  // Told whenever a look ends; one for all who wait, because a promise race over a thousand looks costs a million steps.
  let ended = signalOnce();

  async function lookAt(fleet: Fleet, machine: Machine, depth: Depth, outer: AbortSignal): Promise<Look> {
    const driver = drivers.get(machine.bmc.driver);
    const began = clock.monotonic();
    const limit = new AbortController();
    // Called off with null, because a reason of its own would cost an exception with a stack each time.
    const done = new AbortController();
    void clock.sleep(lookMsMax, done.signal).then(() => limit.abort());
    const look: Look = driver
      ? await driver.observe(
          subjectOf(fleet, machine, logins.get(machine.name), mediums.get(machine.name)),
          depth,
          AbortSignal.any([outer, limit.signal]),
        )
      : {
          kind: 'missed',
          at: clock.now(),
          reason: 'Unsupported',
          message: `no driver is called ${machine.bmc.driver}`,
        };
    done.abort(null);
    const known = watched.get(machine.name);
    if (known) settle(known, look, depth, began);
    events.emit({ kind: 'looked', machine: machine.name, look });
    return look;
  }

  function settle(known: Watched, look: Look, depth: Depth, began: Ticks): void {
    const before = known.sighting;
    if (look.kind === 'missed') {
      const { reason, message } = look;
      const since = before.miss?.since ?? began;
      known.sighting = { ...before, miss: { since, at: began, count: (before.miss?.count ?? 0) + 1, reason, message } };
      const backoff = backoffMs(known.sighting.miss?.count ?? 1);
      known.dueAt = clock.monotonic() + (known.active ? Math.min(backoff, activeMissMs) : Math.max(pollMs, backoff));
      return;
    }
    if (before.last && before.last.at > began) return; // a look that began later came back first
    const hardware = look.facts.hardware ?? before.last?.facts.hardware;
    const facts = sameOr(before.last?.facts, { ...look.facts, ...(hardware ? { hardware } : {}) });
    const agrees = before.last?.facts.power === look.facts.power && !before.miss;
    const fullAt = look.facts.hardware ? began : before.fullAt;
    known.sighting = {
      last: { at: began, facts },
      ...(fullAt === undefined ? {} : { fullAt }),
      ...(look.facts.tasks.length > 0 ? { taskSince: before.taskSince ?? began } : {}),
      powerLooks: agrees ? (before.powerLooks ?? 1) + 1 : 1,
    };
    known.dueAt = clock.monotonic() + (known.active ? activeMs : pollMs);
    if (depth === 'full') {
      known.looked = true;
      known.fullDueAt = clock.monotonic() + (look.facts.hardware ? fullMs : unshownMs);
    }
    // What is in the machine may have changed while it was off; until it is past POST, the BMC shows what it has found so far.
    if (before.last && !isUp(before.last.facts) && isUp(look.facts)) known.fullDueAt = clock.monotonic();
  }

  function start(fleet: Fleet, machine: Machine, known: Watched, wish: Wish, signal: AbortSignal): void {
    const lane = known.sighting.miss ? 'suspect' : 'healthy';
    if (running[lane] >= lanes[lane]) return;
    const wanted = wish.full.get(machine.name);
    const full =
      clock.monotonic() >= known.fullDueAt || (wanted !== undefined && (known.sighting.fullAt ?? -1) < wanted);
    running[lane] += 1;
    known.running = lane;
    known.startedAt = clock.monotonic();
    void lookAt(fleet, machine, full ? 'full' : 'quick', signal).then(() => {
      running[lane] -= 1;
      known.running = null;
      ended.tell();
      ended = signalOnce();
    });
  }

  function nextDueMs(): number {
    const now = clock.monotonic();
    let nextMs = pollMs;
    for (const known of watched.values()) if (!known.running) nextMs = Math.min(nextMs, Math.max(0, known.dueAt - now));
    return nextMs;
  }

  return {
    async look(fleet, wish, waitMs, signal) {
      const names = new Set(fleet.machines.map((machine) => machine.name));
      for (const name of watched.keys()) if (!names.has(name)) watched.delete(name);
      const began = clock.monotonic();
      const deadline = began + waitMs;
      const done = new AbortController();
      const timeUp = clock.sleep(waitMs, done.signal);
      for (;;) {
        const now = clock.monotonic();
        for (const machine of fleet.machines) {
          const known = watched.get(machine.name) ?? unwatched();
          watched.set(machine.name, known);
          const active = wish.active.has(machine.name);
          if (active && !known.active) known.dueAt = Math.min(known.dueAt, now);
          known.active = active;
          if (wish.paused.has(machine.name)) continue;
          if (!known.running && known.dueAt <= now) start(fleet, machine, known, wish, signal);
        }
        // Nobody waits for those that were away the last time, nor again for those that an earlier pass has waited for.
        const waits = [...watched.values()].some((known) => known.running === 'healthy' && known.startedAt >= began);
        if (!waits || clock.monotonic() >= deadline || signal.aborted) break;
        // Whoever becomes due meanwhile is not kept waiting by the slow.
        const sooner = new AbortController();
        await Promise.race([ended.told, timeUp, clock.sleep(Math.max(dueStepMs, nextDueMs()), sooner.signal)]);
        sooner.abort(null);
      }
      done.abort(null);
      return new Map([...watched].map(([name, known]) => [name, known.sighting]));
    },
    lookNow: (fleet, machine, signal) => lookAt(fleet, machine, 'quick', signal),
    complete: (fleet, told) =>
      fleet.machines.every(({ name }) => {
        const known = watched.get(name);
        // A look that came back after the inventory was taken is not in what is planned and published.
        const { last, miss } = told.get(name) ?? {};
        return (last || miss) && (known?.looked || known?.sighting.miss !== undefined);
      }),
    nextDueMs,
  };
}

const isUp = ({ power, pastPost }: Facts): boolean => power === 'On' && pastPost !== false;

const unwatched = (): Watched => ({
  sighting: {},
  dueAt: 0,
  running: null,
  startedAt: 0,
  fullDueAt: 0,
  looked: false,
  active: false,
});

/** The same object while nothing changed, so that everything derived from it can be kept too. */
const sameOr = (before: Facts | undefined, now: Facts): Facts => (before && same(before, now) ? before : now);

function signalOnce(): { readonly told: Promise<void>; readonly tell: () => void } {
  let tell = (): void => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { told, tell };
}

export const subjectOf = (
  fleet: Fleet,
  machine: Machine,
  logins: readonly OwnLogin[] = [],
  medium?: BootMedium,
): Subject => ({
  machine: machine.name,
  bmc: machine.bmc,
  identity: machine.identity,
  within: fleet.ranges.bmc,
  logins,
  ...(medium ? { medium } : {}),
});
