import type { Link } from '../../model/fleet.ts';
import { never } from '../../model/never.ts';
import type { YamlValue } from '../../model/user-data.ts';

/** Network configuration version 2, as cloud-init and netplan read it; sections and interfaces in the order of names. */
export function networkConfig(links: readonly Link[]): YamlValue {
  const sorted = links.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const section = (kind: Link['of']['kind']): YamlValue | undefined => {
    const own = sorted.filter(({ of }) => of.kind === kind);
    return own.length === 0 ? undefined : Object.fromEntries(own.map((link) => [link.name, interfaceOf(link)]));
  };
  return { version: 2, ethernets: section('port'), bonds: section('bond'), vlans: section('vlan') };
}

function interfaceOf(link: Link): YamlValue {
  const { addresses, gateways, nameservers, search, dhcp, mtu } = link;
  const servers = nameservers.length > 0 ? nameservers : undefined;
  const domains = search.length > 0 ? search : undefined;
  return {
    ...sortOf(link),
    mtu,
    dhcp4: dhcp,
    dhcp6: false,
    addresses: addresses.length > 0 ? addresses : undefined,
    // netplan would rather have routes to `default`; but cloud-init 22.4 of Debian 12 makes `::/0` a route to `::/64` where
    // it writes for ifupdown or systemd-networkd, and stops at `default`. These all of them understand.
    gateway4: gateways.find((via) => !via.includes(':')),
    gateway6: gateways.find((via) => via.includes(':')),
    nameservers: servers || domains ? { addresses: servers, search: domains } : undefined,
  };
}

function sortOf({ name, of }: Link): { readonly [key: string]: YamlValue } {
  switch (of.kind) {
    case 'port':
      return { match: { macaddress: of.mac }, 'set-name': name };
    case 'bond': {
      // Without it a bond never looks whether its ports are there.
      const parameters = { mode: of.mode, 'mii-monitor-interval': 100 };
      const hashed = of.mode === 'active-backup' ? {} : { 'transmit-hash-policy': 'layer3+4' };
      const lacp = of.mode === '802.3ad' ? { 'lacp-rate': 'fast' } : {};
      return { interfaces: of.links, parameters: { ...parameters, ...lacp, ...hashed } };
    }
    case 'vlan':
      return { id: of.id, link: of.link };
    default:
      return never(of);
  }
}
