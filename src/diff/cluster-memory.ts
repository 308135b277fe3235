import type { Cluster, ClusterMemory, ClusterName, MemberMemory, Membership } from '../model/cluster.ts';
import { membersOf, providerIdOf } from '../model/cluster.ts';
import type { Fleet, Machine } from '../model/fleet.ts';
import type { FacilityName, MachineName } from '../model/names.ts';

type Clusters = Readonly<Record<ClusterName, ClusterMemory>>;

/**
 * Takes the clusters of a newly accepted commit into memory. `begins`: memory was missing or too old, so that a cluster
 * of which nothing is known may run since long; it is `assumed` to be, because a second beginning would tear it in two.
 */
export function takeInClusters(before: Clusters, { facility, clusters }: Fleet, begins: boolean): Clusters {
  const after = new Map<ClusterName, ClusterMemory>();
  // A deleted manifest only unmanages; what ran under the name is still known when it comes back.
  for (const [name, known] of Object.entries(before))
    after.set(name, latched({ ...distrust(known, begins), managed: false }));
  for (const cluster of clusters)
    after.set(cluster.name, latched(takeInCluster(after.get(cluster.name), cluster, facility, begins)));
  return Object.fromEntries([...after].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function distrust(known: ClusterMemory, begins: boolean): ClusterMemory {
  if (!begins) return known;
  const members = Object.entries(known.members).map(([name, member]): [string, MemberMemory] => [
    name,
    member.state === 'absent' ? { ...member, state: 'unknown' } : member,
  ]);
  const initialized = known.initialized === 'no' ? 'assumed' : known.initialized;
  return { ...known, initialized, members: Object.fromEntries(members) };
}

function takeInCluster(
  known: ClusterMemory | undefined,
  cluster: Cluster,
  facility: FacilityName,
  begins: boolean,
): ClusterMemory {
  const initialized = known?.initialized ?? (begins ? 'assumed' : 'no');
  // Who comes by a commit that memory was there for cannot be in it yet.
  const state: Membership = begins ? 'unknown' : 'absent';
  const asked = membersOf(cluster);
  const members = new Map<MachineName, MemberMemory>();
  for (const [name, member] of Object.entries(known?.members ?? {})) {
    if (asked.has(name) || member.state !== 'absent') members.set(name, member);
  }
  for (const machine of [...cluster.controlPlane.machines, ...cluster.workers.machines]) {
    const { name } = machine;
    const duty = asked.get(name);
    const member = members.get(name);
    if (duty === undefined || (member !== undefined && member.state !== 'absent')) continue;
    members.set(name, { ...member, duty, state: member?.state ?? state, ...providerOf(machine, facility) });
  }
  return { initialized, managed: true, members: Object.fromEntries([...members].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

const providerOf = ({ identity }: Machine, facility: FacilityName): Pick<MemberMemory, 'providerId'> =>
  identity.uuid === undefined ? {} : { providerId: providerIdOf(facility, identity.uuid) };

const everJoined: ReadonlySet<Membership> = new Set(['joined', 'draining', 'drained', 'leaving']);

/**
 * The one-way latches as the evidence has them: who was seen as a node was provisioned, and a control-plane node that was
 * seen proves that the cluster was begun. So they can be had again after memory was lost, and they never go back.
 */
export function latched(memory: ClusterMemory): ClusterMemory {
  const members = Object.entries(memory.members).map(([name, member]): [string, MemberMemory] => [
    name,
    everJoined.has(member.state) ? { ...member, provisioned: true } : member,
  ]);
  const begun = members.some(([, member]) => member.duty === 'control-plane' && member.provisioned);
  return { ...memory, initialized: begun ? 'yes' : memory.initialized, members: Object.fromEntries(members) };
}
