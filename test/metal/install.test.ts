import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { type Running, run } from '../system/world/children.ts';
import { startFacility, type TestFacility } from '../system/world/facility.ts';
import { missing } from '../system/world/tools.ts';
import { eventually } from '../system/world/wait.ts';
import { agentImage } from './world/agent-image.ts';
import { ConsoleLog } from './world/console-log.ts';
import { guestBuilder } from './world/guest.ts';
import { type Lab, openLab } from './world/lab.ts';
import { bootMs, skipMetal } from './world/metal.ts';

/*
 * All of it, and nothing simulated but the BMC: a commit, the reconciler with its boot service, OVMF that boots the agent from
 * virtual media, an image that is streamed, verified and read back, and the installed system that calls home.
 */
const absent = missing({ 'dnsmasq-base': 'dnsmasq', iproute2: 'ip' });
const skip = skipMetal || ((absent.length > 0 || process.getuid?.() !== 0) && !process.env.CI);
const git = 'native';
/** From the commit to the call home; most of it is an emulated processor at work. */
const installMs = 900_000;
const mebibyte = 1024 ** 2;

describe.skipIf(skip)('an install, from the commit to the call home', { timeout: installMs }, () => {
  let folder: string;
  let lab: Lab;
  let facility: TestFacility;
  let machine: string;
  let kept: string;
  let console: ConsoleLog;
  let image: Buffer;
  let reconciler: Running;
  /** Serial numbers; the first is the one that is written to. */
  let disks: readonly string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nanometal-install-'));
    const agent = await agentImage();
    const guests = await guestBuilder(folder);
    image = readFileSync(await guests.disk({ from: 'installed', does: 'phone-home' }));
    lab = openLab(join(folder, 'lab'), 1);
    const images = lab.serve(publish(join(folder, 'images'), image));
    facility = await startFacility({
      count: 1,
      prefix: lab.prefix,
      more: ['--qemu', 'machines', '--net', lab.net, '--memory', '1024'],
      files: (sim) => ({
        'facilities/ams1/facility.yaml': withBootService(sim.fleet, lab),
        'images/tiny.yaml': imageManifest(`${images}tiny.raw.gz`, gzipSync(image)),
      }),
    });
    machine = facility.sim.machines[0]?.name ?? '';
    kept = join(dirname(facility.sim.fleet), 'machines', machine);
    disks = readdirSync(kept).flatMap((name) => /^disk-(.*)\.raw$/.exec(name)?.[1] ?? []);
    console = new ConsoleLog(join(kept, 'serial.log'));
    reconciler = facility.run({
      git,
      prefix: lab.prefix,
      limitMs: installMs,
      more: ['--agent', agent, '--poll', '2s', '--log-level', 'debug'],
    });
  }, installMs);
  afterAll(async () => {
    await facility?.close();
    await lab?.close();
    rmSync(folder, { recursive: true, force: true });
  }, bootMs);

  const told = (path: string): Told | null => JSON.parse(facility.repo.file('refs/heads/status/ams1', path) ?? 'null');
  const status = (): Told | null => told(`machines/r01/${machine}.json`);

  beforeEach(() => {
    onTestFailed(
      () => void process.stderr.write(`${reconciler?.lines.slice(-60).join('\n')}\n${console?.rest().slice(-2_000)}\n`),
    );
  });

  it('is asked for by a commit that names the disk, and ends with the machine in use', async () => {
    // What stands in the first commit that is accepted counts as done.
    await eventually('the machine in status', status, bootMs);
    const install = `install: { id: first, image: tiny, disk: { serial: ${disks[0]} }, ready: phoneHome }`;
    facility.repo.commit('Install it', facility.with(machine, install));
    await console.until(/guest: up from=installed /, installMs);
    const [instance = ''] = await console.until(/guest: called home instance=(\S+)/, installMs);
    const done = await eventually(
      'the machine in use',
      () => (status()?.requests?.first?.state === 'done' ? status() : null),
      installMs,
    );
    expect(done?.phase).toBe('InUse');
    const installed = done?.conditions?.find(({ type }) => type === 'Installed');
    expect(installed).toMatchObject({ status: 'True' });
    expect(installed?.message).toContain(instance);
  });

  it('has sent the hardware what the contract says, each once', () => {
    const sent = facility.sim.mutations().map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);
    expect(sent).toEqual([
      'POST VirtualMedia.InsertMedia',
      'PATCH 1',
      'POST ComputerSystem.Reset',
      'POST VirtualMedia.EjectMedia',
    ]);
    const kinds = facility.repo.status().flatMap(({ grants }) => grants.map((grant) => grant.split(' ')[1]));
    expect(kinds).toEqual(expect.arrayContaining(['Install']));
    expect(kinds.filter((verb) => verb === 'Install')).toHaveLength(1);
  });

  it('has written the image to that disk, byte for byte, and to no other', async () => {
    const [first, second] = disks.map((serial) => join(kept, `disk-${serial}.raw`));
    // What lies before it are the partition table and our own marks, which are made to fit the disk.
    const written = readPart(first ?? '', mebibyte, image.length - 2 * mebibyte);
    expect(digest(written)).toBe(digest(image.subarray(mebibyte, image.length - mebibyte)));
    expect(readPart(first ?? '', 512, 8).toString('latin1')).toBe('EFI PART');
    expect(readPart(second ?? '', 0, 64 * mebibyte).every((byte) => byte === 0)).toBe(true);
  });

  it('is over: another reconciler that begins from the branch alone has nothing to do', async () => {
    const before = facility.sim.mutations().length;
    const plan = await run(['plan', '-f', 'ams1', '--repo', facility.repo.path, '--exit-code'], {
      cwd: facility.folder,
    });
    expect(plan).toMatchObject({ code: 0 });
    expect(facility.sim.mutations()).toHaveLength(before);
  });
});

/** What these tests read of status files. */
interface Told {
  readonly phase?: string;
  readonly requests?: Readonly<Record<string, { readonly state: string }>>;
  readonly conditions?: readonly { readonly type: string; readonly status: string; readonly message?: string }[];
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function readPart(path: string, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const file = openSync(path, 'r');
  const read = readSync(file, bytes, 0, length, at);
  closeSync(file);
  return bytes.subarray(0, read);
}

/** The folder that holds it. */
function publish(folder: string, image: Uint8Array): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'tiny.raw.gz'), gzipSync(image));
  return folder;
}

const imageManifest = (url: string, packed: Uint8Array): string => `apiVersion: nanometal/v1alpha1
kind: Image
metadata: { name: tiny }
spec: { url: "${url}", sha256: ${digest(packed)}, format: raw.gz, boot: uefi }
`;

/** As the simulation wrote it, with where machines are booted from. */
function withBootService(fleet: string, { address, network }: Lab): string {
  const text = readFileSync(join(fleet, 'facilities/ams1/facility.yaml'), 'utf8');
  const ranges = /ranges:\n\s+bmc:\n\s+- 127\.0\.0\.0\/8\n/;
  if (!ranges.test(text)) throw new Error(`these ranges are not what was expected:\n${text}`);
  return text.replace(
    ranges,
    `boot: { address: ${address} }
  ranges:
    bmc: [127.0.0.0/8, ${address}/32]
    provisioning: [${network}]
    images: [${address}/32]
`,
  );
}
