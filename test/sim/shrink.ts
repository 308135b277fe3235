import type { Act, Scenario } from './scenario.ts';

/** Whether this scenario still fails in the same way. */
export type Fails = (scenario: Scenario) => Promise<boolean>;

/**
 * The smallest scenario that still fails: acts are left out in halves, quarters and one by one (delta debugging, Zeller
 * and Hildebrandt 2002), then hosts, machines and what is left of the time.
 */
export async function shrink(scenario: Scenario, fails: Fails): Promise<Scenario> {
  let best = scenario;
  const attempt = async (next: Scenario): Promise<boolean> => {
    if (!(await fails(next))) return false;
    best = next;
    return true;
  };
  for (let size = Math.ceil(best.acts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.acts.length; ) {
      const acts = [...best.acts.slice(0, from), ...best.acts.slice(from + size)];
      if (!(await attempt({ ...best, acts }))) from += size;
    }
  }
  if (best.hosts > 1) {
    await attempt({ ...best, hosts: 1, acts: best.acts.filter((act) => !('host' in act) || act.host === 0) });
  }
  while (best.machines > 1) {
    const machines = best.machines - 1;
    if (!(await attempt({ ...best, machines, acts: best.acts.filter((act) => stationOf(act) < machines) }))) break;
  }
  if (best.tls) await attempt({ ...best, tls: false });
  if (best.postMs !== 4_000) await attempt({ ...best, postMs: 4_000 });
  if (best.policy.drift !== 'hold') await attempt({ ...best, policy: { ...best.policy, drift: 'hold' } });
  const end = Math.max(60_000, ...best.acts.map(({ at }) => at + 60_000));
  if (end < best.healAt) await attempt({ ...best, healAt: end });
  return best;
}

function stationOf(act: Act): number {
  if ('station' in act) return act.station;
  const station = act.kind === 'commit' && 'station' in act.change ? act.change.station : 0;
  return station === 'all' ? 0 : station;
}
