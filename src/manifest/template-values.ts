import type { Cluster } from '../model/cluster.ts';
import type { Machine } from '../model/fleet.ts';
import type { ComponentManifest, FacilityManifest } from '../model/manifest.gen.ts';
import { readBmcAddress } from './bmc-address.ts';
import { bracketed, maskText, readAddress, readRange } from './ip.ts';
import { linkBoot, urlsOf } from './link-boot.ts';
import type { Shape } from './template.ts';
import type { Value } from './template-writer.ts';

/** What is the same for every release of a facility. */
export interface Site {
  readonly facility: FacilityManifest;
  readonly hosts: readonly { readonly name: string; readonly address: string }[];
  readonly machines: readonly Machine[];
  readonly clusters: readonly Cluster[];
}

export type Setting = string | number | boolean | readonly (string | number | boolean)[];

const text: Shape = { kind: 'text' };
const map = (fields: Readonly<Record<string, Shape>>): Shape => ({ kind: 'map', fields });
const list = (of: Shape): Shape => ({ kind: 'list', of });
const range = map({ cidr: text, address: text, netmask: text, prefix: text, ipv4: { kind: 'flag' } });
const ranges = map({ bmc: list(range), provisioning: list(range), images: list(range), hosts: list(range) });

/** What the templates of every component may name; docs/control-plane.md says what it is. */
const common: Readonly<Record<string, Shape>> = {
  component: map({ name: text }),
  host: map({ name: text, address: text }),
  hosts: list(map({ name: text, address: text })),
  machines: list(
    map({
      name: text,
      rack: text,
      bmc: text,
      macs: list(text),
      reservations: list(map({ mac: text, address: text })),
    }),
  ),
  clusters: list(map({ name: text, endpoint: text })),
};

/** After all others, so that a remedy that lists what there is begins with what is shorter. */
const facility = map({ name: text, ranges, boot: map({ address: text, http: text, https: text }) });

/** `all`: what has no exception. The version comes before all others; a path has the root put in front of it anyway. */
export type Sight = 'all' | 'path' | 'version';

export function shapeFor(sight: Sight, settings: ComponentManifest['spec']['settings'] = {}): Shape {
  const own = Object.entries(settings).map(([name, value]) => [name, shapeOf(value)] as const);
  return map({
    ...common,
    settings: map(Object.fromEntries(own)),
    ...(sight === 'version' ? {} : { version: text }),
    ...(sight === 'all' ? { root: text } : {}),
    facility,
  });
}

/** A setting that every control plane must give is a text. */
export function shapeOf(setting: Setting | null): Shape {
  if (typeof setting === 'object' && setting !== null) return list(text);
  return typeof setting === 'boolean' ? { kind: 'flag' } : text;
}

export function siteValues({ facility, hosts, machines, clusters }: Site): Readonly<Record<string, Value>> {
  const { provisioning = [], images = [], hosts: places = [], bmc } = facility.spec.ranges;
  return {
    facility: {
      name: facility.metadata.name,
      ranges: {
        bmc: bmc.map(rangeValue),
        provisioning: provisioning.map(rangeValue),
        images: images.map(rangeValue),
        hosts: places.map(rangeValue),
      },
      boot: bootValue(facility.spec.boot),
    },
    hosts: hosts.map(({ name, address }) => ({ name, address })),
    machines: machines.map(machineValue),
    clusters: clusters.map(({ name, endpoint }) => ({
      name,
      endpoint: endpoint === undefined ? '' : `${bracketed(endpoint.host)}:${endpoint.port}`,
    })),
  };
}

/** All of it empty where there is no boot service. */
function bootValue(boot: FacilityManifest['spec']['boot']): Value {
  if (boot === undefined) return { address: '', http: '', https: '' };
  return { address: boot.address, ...urlsOf(linkBoot(boot, { bmc: [] })) };
}

function rangeValue(cidr: string): Value {
  const [address = '', prefix = ''] = cidr.split('/');
  const ipv4 = readRange(cidr)?.base.length === 4;
  return { cidr, address, netmask: ipv4 ? maskText(Number(prefix)) : '', prefix, ipv4 };
}

/** A linked machine never changes, and in a large fleet nearly all of them are the ones of the last time. */
const known = new WeakMap<Machine, Value>();

function machineValue(machine: Machine): Value {
  const before = known.get(machine);
  if (before !== undefined) return before;
  const value = readMachine(machine);
  known.set(machine, value);
  return value;
}

function readMachine({ name, rack, bmc, links = [] }: Machine): Value {
  const ports = links.flatMap(({ of, addresses }) => (of.kind === 'port' ? [{ mac: of.mac, addresses }] : []));
  return {
    name,
    rack,
    bmc: readBmcAddress(bmc.address)?.host.replace(/^\[|\]$/g, '') ?? '',
    macs: ports.map(({ mac }) => mac),
    reservations: ports.flatMap(({ mac, addresses }) => {
      const own = addresses.find((address) => readAddress(address)?.ip.length === 4);
      return own === undefined ? [] : [{ mac, address: own.replace(/\/.*$/, '') }];
    }),
  };
}

export function settingValues(settings: Readonly<Record<string, Setting>>): Value {
  const texts = Object.entries(settings).map(([name, value]) => [name, settingValue(value)] as const);
  return Object.fromEntries(texts);
}

function settingValue(value: Setting): Value {
  if (typeof value === 'boolean') return value;
  return typeof value === 'object' ? value.map(String) : String(value);
}
