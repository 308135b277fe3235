import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { BootMethod } from '../../src/model/boot.ts';
import type { BmcSpec } from '../../src/twin/bmc.ts';
import { models } from '../../src/twin/models.ts';
import { placeOf } from './racks.ts';

/** What people want, and how they say it: manifests for a facility `ams1`, commit by commit. */

export interface Operation {
  readonly id: string;
  readonly verb: 'Reboot' | 'PowerCycle' | 'Identify' | 'ResetBmc' | 'RotateCredentials' | 'Erase' | 'Inspect';
  readonly boot?: string;
  /** Erase: which, by their places. */
  readonly disks?: readonly number[];
}

/** The consent to install. */
export interface InstallWish {
  readonly id: string;
  readonly image: ImageName;
  /** Serial number; of what runs from memory it is of no account. */
  readonly disk: string;
  readonly overwrite: boolean;
  readonly ready: 'phoneHome' | 'powerOn' | `tcp:${number}`;
}

export const imageNames = ['debian', 'fedora', 'ramdisk', 'rescue'] as const;
export type ImageName = (typeof imageNames)[number];
export type ImageFormat = 'raw' | 'kernel' | 'iso';
export const formatOf: Readonly<Record<ImageName, ImageFormat>> = {
  debian: 'raw',
  fedora: 'raw',
  ramdisk: 'kernel',
  rescue: 'iso',
};
/** The disks that a consent is about. */
export const disksOf = ({ image, disk }: InstallWish): readonly string[] => (formatOf[image] === 'raw' ? [disk] : []);

/** An account of the facility's own on the BMC. */
export interface Account {
  readonly username: string;
  /** How long a password is used. */
  readonly rotate?: string;
}

/** One manifest. `station`: which machine in the racks it is about. */
export interface MachineWish {
  readonly station: number;
  readonly name: string;
  readonly rack: string;
  readonly serial: string;
  readonly uuid: string;
  readonly management: 'manage' | 'adopt' | 'observe';
  readonly power?: 'On' | 'Off';
  readonly bios: Readonly<Record<string, string>>;
  readonly operations: readonly (Operation & { readonly serials?: readonly string[] })[];
  readonly install?: InstallWish;
  /** MAC address of its first port; where it is to have an address of its own. */
  readonly port?: string;
  readonly decommission?: true;
  readonly account?: Account;
  readonly parked?: true;
  readonly protected?: true;
}

export interface Policy {
  readonly maxConcurrent: number;
  readonly maxPerCommit: number;
  readonly drift: 'hold' | 'correct';
}

/** One commit on main, as its author means it. */
export interface Wish {
  readonly machines: readonly MachineWish[];
  readonly paused?: true;
  readonly policy: Policy;
  /** The facility has a boot service, which boots machines so. */
  readonly boot?: readonly BootMethod[];
  /** The class says by which BIOS attribute firmware is told where our agent is. */
  readonly httpBootAttribute?: string;
  /** Files that make the commit one that must not be accepted. */
  readonly broken?: Broken;
}

export const brokenWays = [
  'syntax',
  'bomb',
  'duplicate',
  'no-class',
  'twin',
  'hostile-name',
  'reused-id',
  'proto',
] as const;
export type Broken = (typeof brokenWays)[number];

/** One thing that somebody changes. */
export type Change =
  | { readonly kind: 'power'; readonly station: number; readonly to: 'On' | 'Off' | 'unsaid' }
  | { readonly kind: 'bios'; readonly station: number; readonly key: string; readonly value: string }
  | ({ readonly kind: 'operation'; readonly station: number } & Operation)
  | { readonly kind: 'account'; readonly station: number | 'all'; readonly account: Account }
  | { readonly kind: 'rotate-all'; readonly id: string }
  /** Onto the disk at this place. */
  | ({ readonly kind: 'install'; readonly station: number | 'all'; readonly place: number } & Omit<InstallWish, 'disk'>)
  | { readonly kind: 'http-boot'; readonly attribute: string }
  | { readonly kind: 'decommission'; readonly station: number }
  | { readonly kind: 'withdraw'; readonly station: number }
  | { readonly kind: 'restrain'; readonly station: number; readonly how: 'parked' | 'protected' | 'observe' | 'adopt' }
  | { readonly kind: 'release'; readonly station: number }
  | { readonly kind: 'pause' | 'unpause' }
  | { readonly kind: 'delete'; readonly station: number }
  | { readonly kind: 'rename'; readonly station: number }
  | { readonly kind: 'move'; readonly station: number }
  | { readonly kind: 'all-power'; readonly to: 'On' | 'Off' }
  | ({ readonly kind: 'all-operation' } & Operation)
  /** The manifest follows the hardware: whatever board is in the machine now. */
  | { readonly kind: 'enrol'; readonly station: number }
  | { readonly kind: 'break'; readonly how: Broken }
  /** As it was so many commits ago. */
  | { readonly kind: 'revert'; readonly back: number };

/** What is in a rack place, as somebody with a torch reads it off the label. */
export type Label = Pick<BmcSpec['identity'], 'serial' | 'uuid'> & {
  /** Serial numbers, by place. */
  readonly disks?: readonly string[];
  /** MAC address of its first port. */
  readonly port?: string;
};

export const firstName = (station: number): string => `ams1-${String(station + 1).padStart(2, '0')}`;

export const enrolled = (station: number, label: Label): MachineWish => ({
  station,
  name: firstName(station),
  rack: `r0${(station % 2) + 1}`,
  serial: label.serial ?? '',
  uuid: label.uuid ?? '',
  management: 'manage',
  bios: {},
  operations: [],
});

const nothing: Wish = { machines: [], policy: { maxConcurrent: 1, maxPerCommit: 10, drift: 'hold' } };

/** The wish after a change; `past` are the wishes so far, newest last. */
export function change(past: readonly Wish[], one: Change, labels: readonly Label[]): Wish {
  const last: Wish = past.at(-1) ?? nothing;
  const { broken: _, ...now } = last;
  const edit = (station: number, by: (machine: MachineWish) => MachineWish): Wish => ({
    ...now,
    machines: now.machines.map((machine) => (machine.station === station ? by(machine) : machine)),
  });
  switch (one.kind) {
    case 'power':
      return edit(one.station, ({ power: _, ...machine }) =>
        one.to === 'unsaid' ? machine : { ...machine, power: one.to },
      );
    case 'bios':
      return edit(one.station, (machine) => ({ ...machine, bios: { ...machine.bios, [one.key]: one.value } }));
    case 'operation': {
      const { kind: __, station, disks, ...plain } = one;
      const serials = disks?.flatMap((place) => labels[station]?.disks?.[place] ?? []);
      const operation = { ...plain, ...(serials ? { serials } : {}) };
      return edit(station, (machine) => ({
        ...machine,
        operations: [...machine.operations.filter(({ id }) => id !== operation.id), operation],
      }));
    }
    case 'account': {
      const { station, account } = one;
      const isMeant = (machine: MachineWish): boolean => station === 'all' || machine.station === station;
      return {
        ...now,
        machines: now.machines.map((machine) => (isMeant(machine) ? { ...machine, account } : machine)),
      };
    }
    case 'install': {
      const { kind: __, station, place, ...said } = one;
      const isMeant = (machine: MachineWish): boolean => station === 'all' || machine.station === station;
      const consent = (machine: MachineWish): MachineWish => {
        const { decommission: ___, ...active } = machine;
        const { disks = [], port } = labels[machine.station] ?? {};
        return { ...active, install: { ...said, disk: disks[place] ?? '' }, ...(port === undefined ? {} : { port }) };
      };
      return { ...now, machines: now.machines.map((machine) => (isMeant(machine) ? consent(machine) : machine)) };
    }
    case 'http-boot':
      return { ...now, httpBootAttribute: one.attribute };
    case 'decommission':
      return edit(one.station, (machine) => ({ ...machine, decommission: true }));
    case 'rotate-all':
      return change(past, { kind: 'all-operation', id: one.id, verb: 'RotateCredentials' }, labels);
    case 'withdraw':
      return edit(one.station, (machine) => ({ ...machine, operations: [] }));
    case 'restrain':
      return edit(one.station, (machine) =>
        one.how === 'observe' || one.how === 'adopt'
          ? { ...machine, management: one.how }
          : { ...machine, [one.how]: true },
      );
    case 'release':
      return edit(one.station, ({ parked: __, protected: ___, ...machine }) => ({ ...machine, management: 'manage' }));
    case 'pause':
      return { ...now, paused: true };
    case 'unpause': {
      const { paused: __, ...rest } = now;
      return rest;
    }
    case 'delete':
      return { ...now, machines: now.machines.filter(({ station }) => station !== one.station) };
    case 'rename':
      return edit(one.station, (machine) => ({
        ...machine,
        name: `${machine.name.slice(0, 7)}-${machine.name.length % 7}`,
      }));
    case 'move':
      return edit(one.station, (machine) => ({ ...machine, rack: machine.rack === 'r01' ? 'r02' : 'r01' }));
    case 'all-power':
      return { ...now, machines: now.machines.map((machine) => ({ ...machine, power: one.to })) };
    case 'all-operation': {
      const { kind: __, ...operation } = one;
      const ask = (machine: MachineWish): MachineWish => ({
        ...machine,
        operations: [...machine.operations.filter(({ id }) => id !== operation.id), operation],
      });
      return { ...now, machines: now.machines.map(ask) };
    }
    case 'enrol': {
      const label = labels[one.station];
      if (!label) return now;
      const known = now.machines.find(({ station }) => station === one.station);
      const fresh = enrolled(one.station, label);
      const machine = known ? { ...known, serial: fresh.serial, uuid: fresh.uuid } : fresh;
      const rest = now.machines.filter(({ station }) => station !== one.station);
      return { ...now, machines: [...rest, machine].sort((a, b) => a.station - b.station) };
    }
    case 'break':
      return { ...now, broken: one.how };
    case 'revert': {
      const { broken: __, ...before } = past.at(-1 - one.back) ?? last;
      return before;
    }
  }
}

const file = (kind: string, name: string, spec: object): string =>
  stringify({ apiVersion: 'nanometal/v1alpha1', kind, metadata: { name }, spec }, { lineWidth: 0 });

const notAfter = '2027-01-01T00:00:00Z';

const pathOf = (machine: MachineWish): string => `facilities/ams1/machines/${machine.rack}/${machine.name}.yaml`;

function machineFile(machine: MachineWish, origins: readonly string[], keys: readonly string[]): string {
  const { station, name, rack, serial, uuid, management, power, bios, account, install } = machine;
  const operations = machine.operations
    .filter(({ verb }) => account || verb !== 'RotateCredentials')
    .map(({ serials, ...operation }) => ({ ...operation, ...(serials ? { disks: serials.map(bySerial) } : {}) }));
  const address = origins[station] ?? '';
  return file('Machine', name, {
    class: 'sim-compute',
    location: { rack },
    management,
    bmc: {
      driver: 'redfish',
      address,
      credentials: 'bmc-default',
      ...(address.startsWith('https:') ? { tls: { sha256: keys[station] } } : { tls: { insecure: true } }),
      ...(account ? { account } : {}),
    },
    identity: { serial, uuid },
    ...(power ? { power } : {}),
    ...(Object.keys(bios).length > 0 ? { bios } : {}),
    ...(install ? { install: consentOf(install) } : {}),
    ...(install?.ready.startsWith('tcp:') ? { network: networkOf(machine) } : {}),
    ...(machine.decommission ? { lifecycle: 'decommission' } : {}),
    ...(operations.length > 0 ? { operations: operations.map((operation) => ({ ...operation, notAfter })) } : {}),
    ...(machine.parked ? { parked: { reason: 'somebody works on it' } } : {}),
    ...(machine.protected ? { protected: true } : {}),
  });
}

function consentOf(install: InstallWish): object {
  const { disk, overwrite, ...rest } = install;
  return formatOf[install.image] === 'raw' ? { ...rest, disk: bySerial(disk), overwrite } : rest;
}

const networkOf = ({ station, port }: MachineWish) => ({
  links: [{ name: 'lan', mac: port, addresses: [`${placeOf('10.1', station)}/16`] }],
});

const bySerial = (serial: string) => ({ serial });

/** Where the boot service is, and where machines are (`World`). */
export const bootAddress = '10.1.255.1';
/** What a machine's BIOS is to be, whether its manifest says so or its class and the facility do. */
export const biosOf = ({ boot, httpBootAttribute: key }: Wish, { bios }: MachineWish): MachineWish['bios'] =>
  key && boot?.includes('UefiHttp') ? { [key]: `http://${bootAddress}:8080/boot/start.iso`, ...bios } : bios;

const bytesOf = (name: string): Uint8Array => new TextEncoder().encode(`the image ${name}\n`.repeat(40));
const digestOf = (name: string): string => createHash('sha256').update(bytesOf(name)).digest('hex');
const initrd = 'initrd';
export const imageDigest = (name: ImageName): string => digestOf(name);
/** By their digests. */
export const imageFiles: ReadonlyMap<string, Uint8Array> = new Map(
  [...imageNames, initrd].map((name) => [digestOf(name), bytesOf(name)]),
);

/** Nobody's key: what is rehearsed is sealed for show (src/rehearsal/vault.ts). */
const recipient = (letter: string): string => `age1${letter.repeat(58)}`;

/** The whole tree of a commit. */
export function filesOf(wish: Wish, origins: readonly string[], keys: readonly string[]): ReadonlyMap<string, string> {
  const files = new Map([
    [
      'fleet.yaml',
      file('Fleet', 'example', { policy: { ...wish.policy, gracefulShutdown: '60s', powerOnPace: '1s' } }),
    ],
    [
      'classes/sim-compute.yaml',
      file('MachineClass', 'sim-compute', {
        expects: models.compute.expects,
        ...(wish.httpBootAttribute ? { httpBootAttribute: wish.httpBootAttribute } : {}),
      }),
    ],
    [
      'facilities/ams1/facility.yaml',
      file('Facility', 'ams1', {
        ranges: wish.boot ? { bmc: ['10.0.0.0/16'], provisioning: ['10.1.0.0/16'] } : { bmc: ['10.0.0.0/8'] },
        ...(wish.boot ? { boot: { address: bootAddress, methods: wish.boot } } : {}),
        recipients: { facility: recipient('q'), recovery: [recipient('p')] },
        ...(wish.paused ? { paused: { reason: 'a day of rest' } } : {}),
      }),
    ],
  ]);
  for (const name of wish.boot ? imageNames : []) {
    const fileAt = (of: string) => ({ url: `https://images.example.net/${of}`, sha256: digestOf(of) });
    const format = formatOf[name];
    const second = format === 'kernel' ? { initrd: fileAt(initrd), commandLine: 'console=ttyS0 quiet' } : {};
    files.set(`images/${name}.yaml`, file('Image', name, { ...fileAt(name), format, boot: 'uefi', ...second }));
  }
  for (const machine of wish.machines) files.set(pathOf(machine), machineFile(machine, origins, keys));
  if (wish.broken) spoil(files, wish, wish.broken);
  return files;
}

function spoil(files: Map<string, string>, wish: Wish, how: Broken): void {
  const [first, second] = wish.machines;
  const path = first ? pathOf(first) : 'facilities/ams1/facility.yaml';
  const text = files.get(path) ?? '';
  switch (how) {
    case 'syntax':
      files.set(path, `${text}  operations: [\n`);
      return;
    case 'bomb':
      files.set(path, `a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\n${text}`);
      return;
    case 'duplicate':
      files.set(path, `${text}kind: Machine\n`);
      return;
    case 'no-class':
      files.set(path, text.replace('class: sim-compute', 'class: sim-computer'));
      return;
    case 'twin':
      files.set('facilities/ams1/machines/r01/ams1-99.yaml', text.replace(/name: .*/, 'name: ams1-99'));
      if (!first) files.delete('facilities/ams1/facility.yaml');
      return;
    case 'hostile-name':
      files.set('facilities/ams1/machines/r01/ams1-98\n;reboot.yaml', text);
      return;
    case 'reused-id': {
      const operations = ['Reboot', 'PowerCycle'].map(
        (verb) => `    - { id: twice, verb: ${verb}, notAfter: ${notAfter} }\n`,
      );
      const target = second ? pathOf(second) : path;
      const before = (files.get(target) ?? '').replace(/^ {2}operations:\n(?: {4}.*\n)*/m, '');
      files.set(target, `${before}  operations:\n${operations.join('')}`);
      return;
    }
    case 'proto':
      files.set(path, text.replace('spec:', '__proto__: { management: manage }\nspec:'));
  }
}
