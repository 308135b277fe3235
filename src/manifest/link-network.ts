import type { Link } from '../model/fleet.ts';
import type { DeclaredLink } from '../model/manifest.gen.ts';
import { contains, type Range, readAddress } from './ip.ts';

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

/** The static addresses that are in one of the ranges, without their prefix. */
export const addressesWithin = (ranges: readonly Range[], links: readonly Link[]): readonly string[] =>
  links
    .flatMap(({ addresses }) => addresses)
    .filter((text) => {
      const ip = readAddress(text)?.ip;
      return ip !== undefined && ranges.some((range) => contains(range, ip));
    })
    .map((text) => text.split('/', 1)[0] ?? text);
