import { own } from '../model/cluster.ts';
import type { ClusterPlan } from '../model/cluster-plan.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Memory } from '../model/memory.ts';
import type { Instant } from '../model/names.ts';
import { same } from '../model/same.ts';
import type { Status } from '../model/status.ts';
import { takeInClusters } from './cluster-memory.ts';
import { planCluster } from './cluster-steps.ts';
import type { Revision } from './foresee.ts';

type Clusters = NonNullable<Memory['clusters']>;

/**
 * What `head` asks of its clusters, from manifests and committed status alone, in the order of their names. With `base`,
 * only the clusters that `head` plans otherwise.
 */
export function foreseeClusters(
  head: Revision,
  base: Revision | null,
  status: Status | null,
  now: Instant,
): readonly ClusterPlan[] {
  const known = status?.memory.clusters ?? {};
  const begins = status?.memory.accepted === undefined;
  if (base === null) {
    const start = begins ? takeInClusters(known, head.fleet, true) : known;
    return planAll(head.fleet, takeInClusters(start, head.fleet, false), now);
  }
  const start = takeInClusters(known, base.fleet, begins);
  const before = planAll(base.fleet, start, now);
  const after = planAll(head.fleet, takeInClusters(start, head.fleet, false), now);
  return after.filter((plan) => !before.some((other) => same(other, plan)));
}

export const planAll = (fleet: Fleet, memory: Clusters, now: Instant): readonly ClusterPlan[] =>
  fleet.clusters.flatMap((cluster) => {
    const known = own(memory, cluster.name);
    return known ? [planCluster(cluster, known, fleet, now)] : [];
  });
