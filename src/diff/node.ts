import type { Cluster, NodeGroup } from '../model/cluster.ts';
import { providerIdOf } from '../model/cluster.ts';
import type { Link, Machine } from '../model/fleet.ts';
import type { FacilityName } from '../model/names.ts';
import type { NodeSpec } from '../model/node.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { digestOf } from './digest.ts';

/** One member as its bootstrap driver needs to know it. The error says, for people, why there is no such node. */
export function nodeOf(
  facility: FacilityName,
  cluster: Cluster,
  machine: Machine,
  duty: NodeSpec['duty'],
): Result<NodeSpec, string> {
  const { uuid } = machine.identity;
  if (uuid === undefined) return fail(`the system UUID of ${machine.name} is not known`);
  const { labels, taints }: NodeGroup = duty === 'worker' ? cluster.workers : cluster.controlPlane;
  const { version, endpoint, network } = cluster;
  const links = machine.links ?? [];
  const families = network?.pods.map(familyOf) ?? ['IPv4', 'IPv6'];
  return ok({
    facility,
    cluster: cluster.name,
    machine: machine.name,
    duty,
    ref: `bootstrap-${digestOf([facility, machine.name, machine.install?.id ?? null]).slice(7, 23)}`,
    providerId: providerIdOf(facility, uuid),
    ...(version === undefined ? {} : { version }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(network === undefined ? {} : { network }),
    links,
    addresses: families.flatMap((family) => addressOf(links, family) ?? []),
    labels,
    ...(taints === undefined ? {} : { taints }),
    settings: cluster.node,
  });
}

/** That of the way out, where one has a gateway; else the first. */
function addressOf(links: readonly Link[], family: string): string | undefined {
  const own = links.flatMap((link) =>
    link.addresses
      .filter((address) => familyOf(address) === family)
      .map((address) => ({ address, leads: link.gateways.some((gateway) => familyOf(gateway) === family) })),
  );
  return (own.find(({ leads }) => leads) ?? own[0])?.address.split('/')[0];
}

const familyOf = (text: string): string => (text.includes(':') ? 'IPv6' : 'IPv4');
