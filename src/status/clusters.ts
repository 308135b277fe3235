import { type Cluster, type ClusterMemory, type ClusterName, membersOf, own } from '../model/cluster.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Memory } from '../model/memory.ts';
import type { Instant } from '../model/names.ts';
import type { Condition, Status } from '../model/status.ts';
import { type NewCondition, setConditions } from './conditions.ts';

/** What is so of each cluster: of what is remembered and declared alone, so that nothing is said twice. */
export function summarizeClusters(
  memory: Memory,
  fleet: Fleet | null,
  previous: Status | null,
  now: Instant,
): Pick<Status, 'clusters'> {
  if (memory.clusters === undefined) return {};
  const declared = new Map((fleet?.clusters ?? []).map((cluster) => [cluster.name, cluster]));
  const clusters = new Map<ClusterName, readonly Condition[]>();
  for (const [name, known] of Object.entries(memory.clusters)) {
    const cluster = declared.get(name);
    const next = cluster ? [initialized(known), asDeclared(known, cluster)] : [];
    clusters.set(name, setConditions(previous?.clusters?.get(name), next, now));
  }
  return { clusters };
}

function initialized({ initialized }: ClusterMemory): NewCondition {
  const type = 'ControlPlaneInitialized';
  if (initialized === 'yes') return { type, status: 'True', reason: 'Initialized', message: '' };
  if (initialized === 'no') return { type, status: 'False', reason: 'NotBegun', message: 'no member has joined yet' };
  const message = 'it stood here before memory began, and has not been seen';
  return { type, status: 'Unknown', reason: 'Assumed', message };
}

function asDeclared({ members }: ClusterMemory, cluster: Cluster): NewCondition {
  const type = 'AsDeclared';
  const wanted = membersOf(cluster);
  if (Object.values(members).some(({ state }) => state === 'unknown')) {
    return { type, status: 'Unknown', reason: 'NotSeen', message: 'who has joined is not known' };
  }
  const missing = [...wanted].filter(
    ([name, duty]) => own(members, name)?.state !== 'joined' || own(members, name)?.duty !== duty,
  );
  const extra = Object.entries(members).filter(([name, { state }]) => state !== 'absent' && !wanted.has(name));
  if (missing.length + extra.length === 0) return { type, status: 'True', reason: 'AsDeclared', message: '' };
  const message = `${missing.length} to join, ${extra.length} to leave; this version carries nothing of it out`;
  return { type, status: 'False', reason: 'NotCarriedOut', message };
}
