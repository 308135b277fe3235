import type { Link } from '../model/fleet.ts';
import type { DeclaredLink } from '../model/manifest.gen.ts';

/** A declared interface with its defaults; `checkLinks` has found it to be exactly one of the three. */
export function linkLink(declared: DeclaredLink): Link {
  const { name, mtu, addresses = [], gateways = [], nameservers = [], search = [], dhcp = false } = declared;
  return {
    name,
    of: whatOf(declared),
    ...(mtu === undefined ? {} : { mtu }),
    addresses,
    gateways,
    nameservers,
    search,
    dhcp,
  };
}

function whatOf({ name, mac, bond, vlan }: DeclaredLink): Link['of'] {
  if (mac !== undefined) return { kind: 'port', mac: mac.toLowerCase() };
  if (bond !== undefined) return { kind: 'bond', ...bond };
  if (vlan !== undefined) return { kind: 'vlan', ...vlan };
  throw new Error(`the rules let through an interface that is nothing: ${name}`);
}
