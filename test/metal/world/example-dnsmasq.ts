import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFleet } from '../../../src/manifest/read.ts';
import { renderProblem } from '../../../src/manifest/render.ts';

const example = new URL('../../../examples/fleet-repo/', import.meta.url).pathname;

/** The one machine that it is rendered for, and the host that it runs on. */
export interface Enrolled {
  readonly machine: string;
  readonly mac: string;
  /** Of the host, which has the boot service too. */
  readonly address: string;
  readonly network: string;
  /** For leases. */
  readonly folder: string;
}

/** The configuration file of the example's component `dnsmasq`, for a facility with one machine. */
export function exampleDnsmasq(enrolled: Enrolled): string {
  const components = readdirSync(join(example, 'components'))
    .filter((name) => name.startsWith('dnsmasq'))
    .map((name) => [`components/${name}`, readFileSync(join(example, 'components', name), 'utf8')] as const);
  const entries = [...components, ...manifests(enrolled)].map(([path, text]) => ({
    ...{ path, mode: '100644' },
    content: Buffer.from(text),
  }));
  const { fleet } = readFleet('ams1', entries);
  if (!fleet.ok) throw new Error(fleet.error.map(renderProblem).join('\n'));
  const content = fleet.value.controlPlane?.releases[0]?.files[0]?.content;
  if (content?.kind !== 'inline') throw new Error('the example has another dnsmasq');
  return `${content.text.replaceAll('/var/lib/nanometal-dnsmasq', enrolled.folder)}\nuser=root\n`;
}

/** The address that its manifest gives to the machine. */
export const reserved = '10.77.0.50';

const manifests = ({ machine, mac, address, network }: Enrolled): readonly (readonly [string, string])[] => [
  ['fleet.yaml', headed('Fleet', 'ams1', '{}')],
  ['classes/any.yaml', headed('MachineClass', 'any', '{}')],
  [
    'facilities/ams1/facility.yaml',
    headed(
      'Facility',
      'ams1',
      `
  boot: { address: ${address} }
  ranges: { bmc: [127.0.0.0/8, ${address}/32], provisioning: [${network}], hosts: [${address}/32] }`,
    ),
  ],
  [
    'facilities/ams1/control-plane.yaml',
    headed(
      'ControlPlane',
      'ams1',
      `
  driver: ssh
  hosts:
    - { name: infra1, address: ${address}, hostKey: "SHA256:uNiVztksCsDhcc0u9e8BrNiVztksCsDhcc0u9e8BrNk", credentials: infra }
  components:
    - { name: dnsmasq }`,
    ),
  ],
  [
    `facilities/ams1/machines/r01/${machine}.yaml`,
    headed(
      'Machine',
      machine,
      `
  class: any
  location: { rack: r01, unit: 1 }
  management: observe
  bmc: { driver: redfish, address: "http://127.0.0.1:8000", credentials: bmc }
  identity: { serial: 7XK2M93, chassisSerial: CN747542AB }
  network: { links: [{ name: eth0, mac: "${mac}", addresses: [${reserved}/24] }] }`,
    ),
  ],
];

const headed = (kind: string, name: string, spec: string): string =>
  `apiVersion: nanometal/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}\n`;
