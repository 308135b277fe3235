import { linkClass } from '../../src/manifest/link-machine.ts';
import { parseFile } from '../../src/manifest/parse.ts';
import { readFleet } from '../../src/manifest/read.ts';
import type { Discovery, Finding, Findings } from '../../src/model/discovery.ts';
import type { Hardware, Identity } from '../../src/model/inventory.ts';
import type { Ground, Proposal } from '../../src/propose/propose.ts';

const head = (kind: string, name: string): string =>
  `apiVersion: nanometal/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name} }\n`;

const soundFiles: Readonly<Record<string, string>> = {
  'fleet.yaml': `${head('Fleet', 'example')}spec: {}\n`,
  'classes/any.yaml': `${head('MachineClass', 'any')}spec: {}\n`,
  'classes/dense.yaml': `${head('MachineClass', 'dense')}spec: { expects: { model: D-2, memoryGiB: 64 } }\n`,
  'facilities/ams1/facility.yaml': `${head('Facility', 'ams1')}spec: { ranges: { bmc: [10.1.0.0/16] } }\n`,
  'facilities/ams1/discovery.yaml': `${head('Discovery', 'ams1')}spec: { ranges: [10.1.0.0/24], credentials: [bmc] }\n`,
};

const encoder = new TextEncoder();

export interface Enrolled {
  readonly address: string;
  readonly identity?: Identity;
  readonly pin?: string;
  readonly system?: string;
}

/** With a comment and an order of its own, so that an edit that would not keep them shows. */
export const machineText = (name: string, { address, identity, pin, system }: Enrolled): string =>
  `# who put it there: Ada
${head('Machine', name)}spec:
  management: observe   # until the summer
  class: dense
  bmc: { address: "${address}", driver: redfish, credentials: bmc${system === undefined ? '' : `, system: ${system}`}${pin === undefined ? '' : `, tls: { sha256: ${JSON.stringify(pin)} }`} }
${identity === undefined ? '' : `  identity: ${JSON.stringify(identity)}\n`}`;

export const pathOf = (name: string): string => `facilities/ams1/machines/unplaced/${name}.yaml`;

/** What main holds: a facility with these machines. */
export function groundOf(
  machines: Readonly<Record<string, Enrolled>> = {},
  more: Readonly<Record<string, string>> = {},
): { readonly ground: Ground; readonly discovery: Discovery; readonly files: Readonly<Record<string, string>> } {
  const own = Object.entries(machines).map(([name, enrolled]) => [pathOf(name), machineText(name, enrolled)] as const);
  const files = { ...soundFiles, ...Object.fromEntries(own), ...more };
  const { fleet, files: parsed } = readFleet('ams1', entriesOf(files));
  if (!fleet.ok) throw new Error(JSON.stringify(fleet.error, null, 2));
  const { discovery } = fleet.value;
  if (discovery === undefined) throw new Error('no discovery');
  const classes = parsed.flatMap(({ manifest, digest }) =>
    manifest.kind === 'MachineClass' ? [linkClass(manifest, digest).class] : [],
  );
  return {
    ground: { fleet: fleet.value, classes, texts: new Map(Object.entries(files)), elsewhere: [] },
    discovery,
    files,
  };
}

const entriesOf = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([path, text]) => ({ path, mode: '100644', content: encoder.encode(text) }));

/** What is wrong with main once the proposal is merged. */
export function problemsAfter(files: Readonly<Record<string, string>>, { changes }: Proposal): readonly unknown[] {
  const merged = { ...files, ...Object.fromEntries(changes) };
  for (const [path, text] of changes) {
    const parsed = parseFile(path, encoder.encode(text));
    if (!parsed.ok) return parsed.error;
  }
  const { fleet } = readFleet('ams1', entriesOf(merged));
  return fleet.ok ? [] : fleet.error;
}

export const identityOf = (n: number): Identity => ({
  uuid: `4c4c4544-0058-4b10-8032-${String(n).padStart(12, '0')}`,
  serial: `SN${1000 + n}`,
  chassisSerial: `CH${1000 + n}`,
  bmcMac: `00:25:90:ab:cd:${String(n % 100).padStart(2, '0')}`,
});

export const hardware: Hardware = {
  manufacturer: 'Acme',
  model: 'D-2',
  processors: [{ id: '1', model: 'Cpu', cores: 8 }],
  memory: [{ id: 'A1', mib: 65_536 }],
  drives: [{ id: 'd1', media: 'SSD', bytes: 480_000_000_000 }],
  nics: [{ id: 'n1', mbps: 10_000 }],
  firmware: [],
};

export const pinOf = (n: number): string => String(n).padStart(64, 'a');

export function service(
  host: string,
  ...machines: readonly Partial<Extract<Finding, { kind: 'machines' }>['machines'][number]>[]
): Finding {
  const n = Number(host.split('.').at(-1));
  return {
    kind: 'machines',
    asked: host,
    address: `https://${host}`,
    tlsPin: pinOf(n),
    credentials: 'bmc',
    machines: machines.map((machine) => ({ identity: identityOf(n), hardware, ...machine })),
  };
}

export const findingsOf = (...findings: readonly Finding[]): Findings => ({
  facility: 'ams1',
  ranges: ['10.1.0.0/24'],
  addresses: 256,
  findings,
});
