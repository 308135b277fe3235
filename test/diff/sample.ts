import { digestOf } from '../../src/diff/digest.ts';
import type { BootService, Image, Install } from '../../src/model/boot.ts';
import type { Fleet, Machine, Operation, Policy } from '../../src/model/fleet.ts';
import type { Facts, Hardware, Medium } from '../../src/model/inventory.ts';
import type { MachineName } from '../../src/model/names.ts';
import { type Verb, verbs } from '../../src/model/verb.ts';

/** Nouns to build a story from: each with all its fields, and what a test says otherwise. */

export const start = Date.parse('2026-11-22T12:00:00Z');
export const minute = 60_000;
export const hour = 60 * minute;

/** Three commits, in order. */
export const first = '1'.repeat(40);
export const second = '2'.repeat(40);
export const third = '3'.repeat(40);

export const policy: Policy = {
  maxConcurrent: 1,
  maxPerCommit: 10,
  drift: 'hold',
  powerOnPaceMs: 2_000,
  gracefulShutdownMs: 5 * minute,
  windows: [],
};

export const identityOf = (name: MachineName) => ({
  uuid: `4c4c4544-0058-4b10-8032-${name.replace(/[^0-9]/g, '').padStart(12, '0')}`,
  serial: `SN-${name}`,
});

export const machine = (name: MachineName, said: Partial<Machine> = {}): Machine => {
  const asked = {
    name,
    rack: 'r01',
    file: `facilities/ams1/machines/r01/${name}.yaml`,
    labels: {},
    class: { name: 'c3', expects: {} },
    management: 'manage',
    bmc: { driver: 'redfish', address: `https://bmc-${name}`, credentials: 'bmc', insecure: false },
    identity: identityOf(name),
    bios: {},
    operations: [],
    lifecycle: 'active',
    protected: false,
    ...said,
  } as const;
  return { ...asked, specDigest: digestOf(asked) };
};

export const fleet = (machines: readonly Machine[], said: Partial<Fleet> = {}): Fleet => ({
  facility: 'ams1',
  policy,
  ranges: { bmc: ['10.0.0.0/8'] },
  recipients: [],
  clusters: [],
  machines: [...machines].sort((a, b) => (a.name < b.name ? -1 : 1)),
  ...said,
});

export const operation = (id: string, verb: Verb, said: Partial<Operation> = {}): Operation => {
  const asked = { verb, ...said };
  return { id, notAfter: start + 24 * hour, ...asked, spec: said.spec ?? digestOf(asked) };
};

export const image: Image = {
  name: 'debian-13',
  url: 'https://images.example/debian-13.raw.zst',
  sha256: 'ab'.repeat(32),
  format: 'raw.zst',
  boot: 'uefi',
};

export const install = (id: string, said: Partial<Install> = {}): Install => {
  const asked = { image, disk: { by: 'serial', value: 'S4X0' }, overwrite: false, ...said } as const;
  return { id, ready: { kind: 'phoneHome' }, ...asked, spec: said.spec ?? digestOf(asked) };
};

export const boot: BootService = {
  address: '10.1.2.1',
  ports: { http: 8080, https: 8443 },
  methods: ['VirtualMedia', 'UefiHttp', 'Pxe'],
  provisioning: ['10.1.0.0/16'],
  bmc: ['10.0.0.0/8'],
};

/** What a BMC offers that takes CDs, and what is in its drive. */
export const withMedia = (name: MachineName, media: readonly Partial<Medium>[] = [{}]): Partial<Facts> => ({
  capabilities: { ...facts(name).capabilities, bootTargets: ['None', 'Pxe', 'Hdd', 'Cd'], virtualMedia: 'offered' },
  media: media.map((one) => ({ id: 'CD1', inserted: false, ours: false, ...one })),
});

export const hardware: Hardware = {
  manufacturer: 'Acme',
  model: 'A1',
  biosVersion: '2.1.0',
  processors: [{ id: 'CPU.1', cores: 16 }],
  memory: [{ id: 'DIMM.A1', mib: 65_536 }],
  drives: [{ id: 'Disk.1', serial: 'S4X0', bytes: 960e9, media: 'SSD' }],
  nics: [{ id: 'NIC.1', mac: '02:00:00:00:00:01' }],
  firmware: [],
};

/** A machine that is on, past POST, tells its resets, and has two BIOS keys. */
export const facts = (name: MachineName, said: Partial<Facts> = {}): Facts => ({
  identity: identityOf(name),
  power: 'On',
  lastReset: '2026-11-01T08:00:00Z',
  bmcLastReset: '2026-10-01T08:00:00Z',
  pastPost: true,
  boot: { target: 'None', enabled: 'Disabled' },
  indicator: 'Off',
  bios: { complete: true, attributes: { BootMode: 'Uefi', LogicalProc: 'Enabled' }, pending: {} },
  tasks: [],
  capabilities: {
    resetTypes: ['On', 'ForceOff', 'GracefulShutdown', 'ForceRestart', 'PowerCycle'],
    bootTargets: ['None', 'Pxe', 'Hdd'],
    bios: 'deferred',
    indicator: true,
    bmcReset: true,
    virtualMedia: 'none',
    httpBootUri: false,
  },
  hardware,
  ...said,
});

export const bios = (
  attributes: Facts['bios']['attributes'],
  pending: Facts['bios']['pending'] = {},
): Facts['bios'] => ({ complete: true, attributes, pending });

export const allVerbs = new Map<string, readonly Verb[]>([['redfish', verbs]]);
