import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFailed } from 'vitest';
import type { BootMethod } from '../../../src/model/boot.ts';
import { type Running, start, stop } from '../../system/world/children.ts';
import { startFacility, type TestFacility } from '../../system/world/facility.ts';
import { eventually } from '../../system/world/wait.ts';
import { agentImage } from './agent-image.ts';
import { ConsoleLog } from './console-log.ts';
import { bytesOf, MiB } from './disk-file.ts';
import { type GuestBuilder, guestBuilder } from './guest.ts';
import { type Lab, openLab } from './lab.ts';
import { bootMs } from './metal.ts';
import { must } from './packages.ts';
import { sha256 } from './tiny-image.ts';

/** For all that one request takes; most of it is an emulated processor at work. */
export const requestMs = 600_000;

export interface SiteOptions {
  readonly method: BootMethod;
  /** The firmware starts only what Microsoft's keys vouch for; so does what was installed. */
  readonly secureBoot?: true;
  /** DHCP says by itself what is booted, as the example's dnsmasq does; otherwise it gives addresses only. */
  readonly dhcpBoots?: true;
  /** As it is published; absent: a small system that calls home. */
  readonly image?: { readonly file: Buffer; readonly format: 'raw.zst' };
  /** Of each disk; absent: a small one. */
  readonly diskSize?: string;
  /** What else the facility may run, in the folder that images are served from: its manifests, by name. */
  readonly images?: (guests: GuestBuilder, folder: string, url: string) => Promise<Readonly<Record<string, string>>>;
  /** The ports of the boot service are those of a `nanometal boot`. */
  readonly apart?: true;
}

/**
 * All of a facility with one machine, and nothing simulated but its BMC: a fleet repo, the reconciler with its boot service, a
 * network, and a virtual machine that really boots.
 */
export interface Site {
  readonly facility: TestFacility;
  readonly machine: string;
  /** Of the port that is plugged in. */
  readonly mac: string;
  /** The first is the one that is written to. */
  readonly disks: readonly { readonly serial: string; readonly path: string }[];
  /** Digest of the second, as it was before anything began. */
  readonly bystander: string;
  readonly console: ConsoleLog;
  /** The small system, unpacked. */
  readonly image: Buffer;
  /** Of a command that is to run in the network of the machines. */
  readonly prefix: readonly string[];
  /** A process that goes on from what the last one left. */
  reconcile(): Running;
  /** The reconciler dies of whatever. */
  kill(): Promise<void>;
  /** So does the process that has the ports, and another one is started. */
  replaceDoors(): Promise<void>;
  /** Asks for an install of the image, under this id, by a commit. */
  install(id: string, ...more: readonly string[]): void;
  /** Asks for what runs from memory. */
  run(id: string, image: string, ready: 'phoneHome' | 'powerOn'): void;
  /** The same on a disk that is known not to be blank. */
  reinstall(id: string): void;
  /** By how they were received, without logins: `POST ComputerSystem.Reset`. */
  sent(): readonly string[];
  /** What status says of the machine. */
  status(): Told | null;
  /** Waits until this request has ended, and gives what status says then. */
  ended(id: string): Promise<Told>;
  /** How many seconds this took, printed with its name. */
  timed<T>(what: string, act: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What these tests read of status files. */
export interface Told {
  readonly phase?: string;
  readonly observed?: { readonly power?: string };
  readonly requests?: Readonly<Record<string, { readonly state: string; readonly work?: object }>>;
  readonly conditions?: readonly { readonly type: string; readonly status: string; readonly message?: string }[];
}

export async function openSite(options: SiteOptions): Promise<Site> {
  const { method, secureBoot, dhcpBoots, apart, diskSize = '256M' } = options;
  const folder = mkdtempSync(join(tmpdir(), 'nanometal-site-'));
  const agent = await agentImage();
  const guests = await guestBuilder(folder);
  const guest = { from: 'installed', does: 'phone-home' } as const;
  const image = readFileSync(await (secureBoot ? guests.signedDisk(guest) : guests.disk(guest)));
  const lab = openLab(join(folder, 'lab'), 1);
  const published = options.image ?? { file: gzipSync(image), format: 'raw.gz' };
  const images = lab.serve(publish(join(folder, 'images'), published.file));
  const others = (await options.images?.(guests, join(folder, 'images'), images)) ?? {};
  const facility = await startFacility({
    count: 1,
    prefix: lab.prefix,
    more: [
      '--qemu',
      'machines',
      '--net',
      lab.net,
      '--memory',
      '1024',
      '--disk-size',
      diskSize,
      ...(secureBoot ? ['--secure-boot'] : []),
    ],
    files: (sim) => ({
      'facilities/ams1/facility.yaml': withBootService(sim.fleet, lab, method),
      'images/tiny.yaml': imageManifest(`${images}image`, published.file, published.format),
      ...Object.fromEntries(Object.entries(others).map(([name, text]) => [`images/${name}.yaml`, text])),
    }),
  });
  const machine = facility.sim.machines[0]?.name ?? '';
  const kept = join(dirname(facility.sim.fleet), 'machines', machine);
  const disks = readdirSync(kept).flatMap((name) => {
    const serial = /^disk-(.*)\.raw$/.exec(name)?.[1];
    return serial === undefined ? [] : [{ serial, path: join(kept, name) }];
  });
  const bystander = sha256(readFileSync(disks[1]?.path ?? ''));
  const console = new ConsoleLog(join(kept, 'serial.log'));
  const mac = await macOf(facility, lab);
  let reconciler: Running | undefined;
  let doors: Running | undefined;
  const socket = join(folder, 'boot.sock');
  const openDoors = (): Running => {
    const args = ['boot', '--socket', socket, '--agent', agent, '--state', join(folder, 'doors')];
    return start(args, { cwd: folder, prefix: lab.prefix, limitMs: 3 * requestMs });
  };

  const status = (): Told | null =>
    JSON.parse(facility.repo.file('refs/heads/status/ams1', `machines/r01/${machine}.json`) ?? 'null');
  const wish = (id: string, how = ''): string =>
    `install: { id: ${id}, image: tiny, disk: { serial: ${disks[0]?.serial} }, ready: phoneHome${how} }`;
  const site: Site = {
    ...{ facility, machine, mac, disks, bystander, console, image, status, prefix: lab.prefix },
    reconcile() {
      reconciler = facility.run({
        git: 'native',
        prefix: lab.prefix,
        limitMs: 3 * requestMs,
        more: ['--agent', agent, '--poll', '2s', '--log-level', 'debug', ...(apart ? ['--boot-socket', socket] : [])],
      });
      return reconciler;
    },
    async kill() {
      if (reconciler) await stop(reconciler, 'SIGKILL');
    },
    async replaceDoors() {
      if (doors) await stop(doors, 'SIGKILL');
      doors = openDoors();
    },
    install(id, ...more) {
      facility.repo.commit(`Install it: ${id}`, facility.with(machine, wish(id), ...more));
    },
    run(id, named, ready) {
      const line = `install: { id: ${id}, image: ${named}, ready: ${ready} }`;
      const path = facility.path(machine);
      const said = facility.repo.file('main', path) ?? '';
      const other = said.replace(/^( *)install: .*$/m, `$1${line}`);
      facility.repo.commit(`Run it: ${id}`, other === said ? facility.with(machine, line) : { [path]: other });
    },
    reinstall(id) {
      const path = facility.path(machine);
      const said = facility.repo.file('main', path) ?? '';
      const wanted = said.replace(/^( *)install: .*$/m, `$1${wish(id, ', overwrite: true')}`);
      facility.repo.commit(`Install it anew: ${id}`, { [path]: wanted });
    },
    sent: () => facility.sim.mutations().map(({ method, path }) => `${method} ${path.split('/').at(-1)}`),
    async ended(id) {
      onTestFailed(
        () =>
          void process.stderr.write(`${reconciler?.lines.slice(-60).join('\n')}\n${console.rest().slice(-2_000)}\n`),
      );
      return await eventually(
        `the end of ${id}`,
        () => (/^(done|failed)$/.test(status()?.requests?.[id]?.state ?? '') ? status() : null),
        requestMs,
      );
    },
    async timed(what, act) {
      const since = Date.now();
      const done = await act();
      process.stderr.write(`  ${what}: ${((Date.now() - since) / 1_000).toFixed(1)} s\n`);
      return done;
    },
    async close() {
      if (doors) await stop(doors);
      await facility.close();
      await lab.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  if (apart) doors = openDoors();
  site.reconcile();
  await eventually('the machine in status', status, bootMs);
  lab.dhcp(dhcpBoots ? { machine, mac } : null);
  return site;
}

/** Of its first port, as its BMC tells it to who is in the same network. */
async function macOf({ sim }: TestFacility, { prefix: [program = '', ...prefix] }: Lab): Promise<string> {
  const url = `http://127.0.0.1:${sim.machines[0]?.port}/redfish/v1/Systems/1/EthernetInterfaces/NIC01`;
  const authorization = `Basic ${Buffer.from('admin:password').toString('base64')}`;
  const asks = `fetch('${url}', { headers: { authorization: '${authorization}' } }).then(async (a) => console.log(await a.text()))`;
  const port: { readonly MACAddress: string } = JSON.parse(
    await must(program, [...prefix, process.execPath, '-e', asks], '/'),
  );
  return port.MACAddress.toLowerCase();
}

/** That the image is on its disk, byte for byte, and that the other holds what it did. */
export function expectInstalled(site: Site): void {
  const [first = { path: '' }] = site.disks;
  // What lies before and behind it are the partition table and our own marks, which are made to fit the disk.
  const [from, length] = [MiB, site.image.length - 2 * MiB];
  expect(sha256(bytesOf(first, from, length))).toBe(sha256(site.image.subarray(from, from + length)));
  expect(bytesOf(first, 512, 8).toString('latin1')).toBe('EFI PART');
  expectUntouched(site);
}

/** That the disk which nobody named holds what it did. */
export const expectUntouched = ({ disks: [, second], bystander }: Site): void =>
  expect(sha256(readFileSync(second?.path ?? ''))).toBe(bystander);

/** The folder that holds it. */
function publish(folder: string, image: Uint8Array): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'image'), image);
  return folder;
}

const imageManifest = (url: string, packed: Buffer, format: string): string => `apiVersion: nanometal/v1alpha1
kind: Image
metadata: { name: tiny }
spec: { url: "${url}", sha256: ${sha256(packed)}, format: ${format}, boot: uefi }
`;

/** As the simulation wrote it, with where machines are booted from. */
function withBootService(fleet: string, { address, network }: Lab, method: BootMethod): string {
  const text = readFileSync(join(fleet, 'facilities/ams1/facility.yaml'), 'utf8');
  const ranges = /ranges:\n\s+bmc:\n\s+- 127\.0\.0\.0\/8\n/;
  if (!ranges.test(text)) throw new Error(`these ranges are not what was expected:\n${text}`);
  return text.replace(
    ranges,
    `boot: { address: ${address}, methods: [${method}] }
  ranges:
    bmc: [127.0.0.0/8, ${address}/32]
    provisioning: [${network}]
    images: [${address}/32]
`,
  );
}
