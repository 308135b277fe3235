import type { Clock } from '../../ports/clock.ts';

/** A look older than this says nothing any more. */
const freshMs = 15 * 60_000;
/** Machine names that are remembered; above it, those not looked at for longest go. */
const machinesMax = 200_000;

export interface Reachability {
  looked(machine: string, reached: boolean): void;
  /** `total`: machines that the accepted commit has; those without a fresh look are unknown. */
  count(total: number): { readonly reachable: number; readonly unreachable: number; readonly unknown: number };
}

/** The last look at each machine, kept by name but told as numbers only. */
export function rememberReachability(clock: Pick<Clock, 'monotonic'>): Reachability {
  // In the order of looking, oldest first, since each look takes its name to the end.
  const looks = new Map<string, { readonly at: number; readonly reached: boolean }>();
  return {
    looked(machine, reached) {
      looks.delete(machine);
      looks.set(machine, { at: clock.monotonic(), reached });
      for (const oldest of looks.keys()) {
        if (looks.size <= machinesMax) break;
        looks.delete(oldest);
      }
    },
    count(total) {
      const since = clock.monotonic() - freshMs;
      let reachable = 0;
      for (const [machine, { at, reached }] of looks) {
        if (at < since) looks.delete(machine);
        else if (reached) reachable += 1;
      }
      return { reachable, unreachable: looks.size - reachable, unknown: Math.max(0, total - looks.size) };
    },
  };
}
