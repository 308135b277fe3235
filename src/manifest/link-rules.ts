import type { DeclaredLink } from '../model/manifest.gen.ts';
import { contains, readAddress, readIp } from './ip.ts';
import { didYouMean } from './nearest.ts';
import { fault, type RuleFault } from './rule-fault.ts';

/** What a schema cannot say of the interfaces of one machine: a network that is wrong is a machine nobody reaches. */
export function checkLinks(links: readonly DeclaredLink[]): RuleFault[] {
  const seen = new Map<string, number>();
  const macs = new Map<string, string>();
  return links.flatMap((link, index) => {
    const at = `/spec/network/links/${index}`;
    const again = seen.has(link.name)
      ? [fault(`${at}/name`, 'two interfaces have this name', link.name, 'give each a name of its own')]
      : [];
    seen.set(link.name, index);
    const mac = link.mac?.toLowerCase() ?? '';
    const other = macs.get(mac);
    const shared = other === undefined ? [] : [fault(`${at}/mac`, `this is also the port \`${other}\``, mac)];
    if (mac !== '') macs.set(mac, link.name);
    return [...again, ...shared, ...checkSort(link, at), ...checkBelow(link, links, at), ...checkAddresses(link, at)];
  });
}

const sorts = ['mac', 'bond', 'vlan'] as const;

function checkSort(link: DeclaredLink, at: string): RuleFault[] {
  const given = sorts.filter((sort) => link[sort] !== undefined);
  if (given.length === 1) return [];
  const message = given.length === 0 ? 'the interface is nothing yet' : 'an interface is only one thing';
  return [fault(at, message, given.join(', ') || 'none', `say exactly one of ${sorts.join(', ')}`)];
}

/** Bonds are made of ports, VLANs ride on ports and bonds; so nothing can go round in a circle. */
function checkBelow(link: DeclaredLink, links: readonly DeclaredLink[], at: string): RuleFault[] {
  const { bond, vlan } = link;
  const named = (name: string): DeclaredLink | undefined => links.find((other) => other.name === name);
  const unknown = (pointer: string, name: string, names: readonly string[]): RuleFault => ({
    ...fault(pointer, 'there is no such interface below it', name, `there are: ${names.join(', ') || 'none'}`),
    ...didYouMean(name, names),
  });
  const ports = links.filter((other) => other.mac !== undefined).map(({ name }) => name);
  const inBond = (bond?.links ?? []).flatMap((name, i): RuleFault[] => {
    const pointer = `${at}/bond/links/${i}`;
    if (!ports.includes(name)) return [unknown(pointer, name, ports)];
    const taken = links.find((other) => other.bond?.links.includes(name));
    const twice = taken?.name !== link.name || bond?.links.indexOf(name) !== i;
    const { addresses = [], dhcp = false } = named(name) ?? {};
    return [
      ...(twice ? [fault(pointer, 'this port is in a bond already', name, 'a port belongs to one bond, once')] : []),
      ...(addresses.length > 0 || dhcp
        ? [fault(pointer, 'this port has addresses of its own', name, 'give them to the bond')]
        : []),
    ];
  });
  if (vlan === undefined) return inBond;
  const carriers = links.filter((other) => other.vlan === undefined).map(({ name }) => name);
  if (!carriers.includes(vlan.link)) return [...inBond, unknown(`${at}/vlan/link`, vlan.link, carriers)];
  const below = named(vlan.link)?.mtu ?? 1500;
  const tooLarge = link.mtu !== undefined && link.mtu > below;
  return [
    ...inBond,
    ...(tooLarge
      ? [fault(`${at}/mtu`, `\`${vlan.link}\` below it carries ${below}`, String(link.mtu), 'raise the one below')]
      : []),
  ];
}

function checkAddresses({ addresses = [], gateways = [] }: DeclaredLink, at: string): RuleFault[] {
  const networks = addresses.flatMap((text) => readAddress(text)?.network ?? []);
  const families = new Set<number>();
  return gateways.flatMap((text, i): RuleFault[] => {
    const pointer = `${at}/gateways/${i}`;
    const ip = readIp(text);
    if (ip === null) return [];
    const second = families.has(ip.length);
    families.add(ip.length);
    if (second) return [fault(pointer, 'there is a gateway of this family already', text, 'name one of each family')];
    const onLink = ip.length === 16 && ip[0] === 0xfe && ((ip[1] ?? 0) & 0xc0) === 0x80;
    if (networks.some((network) => contains(network, ip) || (onLink && network.base.length === 16))) return [];
    const remedy = 'correct it, or add the address that is in its network';
    return [fault(pointer, 'none of the addresses is in the network of this gateway', text, remedy)];
  });
}
