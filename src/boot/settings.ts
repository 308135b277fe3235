import { contains, readAddress, readIp } from '../manifest/ip.ts';
import type { Link } from '../model/fleet.ts';
import { contract } from './caller.ts';
import { type Lines, writeLines } from './lines.ts';

/** What an agent needs to know to call us (docs/boot.md). */
export interface AgentSettings {
  /** Of the boot service. */
  readonly url: string;
  readonly pin: string;
  readonly publicKey: string;
}

/** The same for one machine and one boot attempt. */
export interface MachineSettings extends AgentSettings {
  readonly token: string;
  /** Address of the boot service, which one of the links is to reach. */
  readonly server: string;
  readonly links: readonly Link[];
}

/** `nanometal.conf`. */
export const writeSettings = (settings: AgentSettings | MachineSettings): string =>
  writeLines([
    ['contract', contract],
    ['url', settings.url],
    ['pin', settings.pin],
    ['key', settings.publicKey],
    ...('token' in settings ? machineLines(settings) : []),
  ]);

const machineLines = ({ token, server, links }: MachineSettings): Lines => [
  ['token', token],
  ...networkOf(server, links),
];

/** One interface, the one that most surely reaches us; what is not said the agent asks by DHCP. */
function networkOf(server: string, links: readonly Link[]): Lines {
  const link = chooseLink(server, links);
  if (link === undefined) return [];
  const { addresses, gateways, nameservers, mtu } = link;
  return [
    ...carrierOf(link, links),
    ...addresses.map((address) => ['address', address] as const),
    ...gateways.map((gateway) => ['gateway', gateway] as const),
    ...nameservers.map((nameserver) => ['nameserver', nameserver] as const),
    ...(mtu === undefined ? [] : [['mtu', String(mtu)] as const]),
  ];
}

function chooseLink(server: string, links: readonly Link[]): Link | undefined {
  const ip = readIp(server);
  const beside = (link: Link): boolean =>
    link.addresses.some((address) => {
      const network = readAddress(address)?.network;
      return network !== undefined && ip !== null && contains(network, ip);
    });
  return links.find(beside) ?? links.find(({ gateways }) => gateways.length > 0) ?? links.find(({ dhcp }) => dhcp);
}

/** What is below it, down to the ports. */
function carrierOf({ of }: Link, links: readonly Link[]): Lines {
  switch (of.kind) {
    case 'port':
      return [['mac', of.mac]];
    case 'bond':
      return [['bond', [of.mode, ...of.links.flatMap((name) => macOf(name, links))].join(' ')]];
    case 'vlan': {
      const below = links.find(({ name }) => name === of.link);
      return [...(below === undefined ? [] : carrierOf(below, links)), ['vlan', String(of.id)]];
    }
  }
}

const macOf = (name: string, links: readonly Link[]): readonly string[] =>
  links.flatMap((link) => (link.name === name && link.of.kind === 'port' ? [link.of.mac] : []));
