import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { qemuFleet } from '../../adapters/qemu/fleet.ts';
import { type NetChoice, readNet } from '../../adapters/qemu/net.ts';
import { makeTlsIdentity } from '../../adapters/twin-server/certificate.ts';
import { readTwins } from '../../adapters/twin-server/read-fleet.ts';
import { startTwins, type TwinServer, type TwinServerOptions } from '../../adapters/twin-server/start.ts';
import { writeFleet, writeSecrets } from '../../adapters/twin-server/write-fleet.ts';
import { namePattern } from '../../model/names.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { type FaultPlan, readFaultPlan, unknownMachine } from '../../twin/faults-file.ts';
import { generateFleet, secretFiles } from '../../twin/fleet.ts';
import { personaNames } from '../../twin/personas.ts';
import { defaultTimings, hasten } from '../../twin/timings.ts';
import { type DiskBus, diskBuses, virtualise, virtualModel } from '../../twin/virtual.ts';
import { act, type Stage } from '../act.ts';
import type { Complaint } from '../complaint.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';

interface SimOptions {
  readonly count?: number;
  readonly port?: number;
  readonly facility?: string;
  readonly persona: string;
  readonly faults?: string;
  readonly effects?: string;
  readonly seed: number;
  readonly tls?: true;
  readonly speed: number;
  readonly writeFleet?: string;
  readonly writeSecrets?: string;
  readonly qemu?: string;
  readonly disks?: number;
  readonly diskSize?: number;
  readonly diskBus?: DiskBus;
  readonly memory?: number;
  readonly net?: NetChoice;
  readonly running?: number;
  readonly secureBoot?: true;
}

type Machines = TwinServerOptions['machines'];

/** Where the words for people go: results to `out`, progress and complaints to `err`. */
export interface SimOutput {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

const defaultPort = 18_000;
const defaultFacility = 'ams1';
const portMax = 65_535;
const usualDisks = { count: 2, bytes: 1024 ** 3 };
const usualMemory = 512;
const usualRunning = 2;

export const simCommand = (stage: Stage): Command =>
  new Command('sim')
    .description(
      'Serves machine i at http(s)://127.0.0.1:(port+i)/redfish/v1, user admin, password password, and prints ' +
        '"ready N" when all of them listen. The machines are generated, or those of a fleet repo. Ctrl-C ends it.',
    )
    .argument('[dir]', 'a fleet repo: its machines, at the ports of their manifests unless --port is given')
    .option('--count <n>', 'how many machines to generate', integer(1, 60_000))
    .option('--port <p>', `port of the first machine (generated machines: ${defaultPort})`, integer(1, portMax))
    .option('--facility <name>', `name of the facility (generated machines: ${defaultFacility})`, facilityName)
    .option('--persona <name>', `how the BMCs behave: ${personaNames.join(', ')}, or mixed`, personaName, 'generic')
    .option('--faults <file>', 'what goes wrong, and when (YAML or JSON)')
    .option('--effects <file>', 'writes each mutating request that was received as a line of JSON')
    .option('--seed <s>', 'the same seed gives the same machines and the same faults', integer(0, 0xffff_ffff), 1)
    .option('--tls', 'HTTPS, with a self-signed key for each machine')
    .option('--speed <factor>', 'how much faster than real hardware: power, boot and BMC resets', factor, 1)
    .option('--write-fleet <dir>', 'writes the fleet files that describe the generated machines')
    .option('--write-secrets <dir>', 'writes the credentials of the BMCs')
    .option('--qemu <dir>', 'each machine is a virtual one that really boots; what it keeps goes into this folder')
    .option('--disks <n>', `disks of each (${usualDisks.count}; a fleet repo: as its classes say)`, integer(1, 8))
    .option('--disk-size <size>', 'of each, as 1G or 512M (1G; a fleet repo: as its classes say)', size)
    .option('--disk-bus <bus>', `${diskBuses.join(' or ')} (nvme)`, diskBus)
    .option('--memory <mib>', `memory of each (${usualMemory})`, integer(128, 65_536))
    .option(
      '--net <how>',
      "user: QEMU's own network, which leads to this host; tap:NAME: device NAME0, NAME1 … (user)",
      net,
    )
    .option('--running <n>', `so many are on at once, the others wait (${usualRunning})`, integer(1, 1_000))
    .option('--secure-boot', "with Microsoft's keys enrolled")
    .addHelpText(
      'after',
      `
Examples:
  $ nanometal sim --count 6 --write-fleet fleet --write-secrets secrets
  $ nanometal sim fleet --effects effects.ndjson
  $ nanometal sim --count 2 --qemu vms --write-fleet fleet

Exit codes: 0 stopped, 1 failed, 2 wrong usage, 4 rejected manifests.`,
    )
    .action((dir: string | undefined, options: SimOptions) =>
      act(stage, 'sim', () => simulate(dir, options, stage.terminal)),
    );

async function simulate(
  dir: string | undefined,
  options: SimOptions,
  terminal: Terminal,
): Promise<Result<ExitCode, Complaint>> {
  // Listened for before `ready`, so that whoever waits for that line can stop it at once.
  const stop = terminal.untilStopped();
  const output: SimOutput = {
    out: (line) => terminal.out(`${line}\n`),
    err: (line) => terminal.err(`${line}\n`),
  };
  const started = await startSim(dir, options, output);
  if (!started.ok) return fail({ message: started.error.message, exit: started.error.exitCode });
  if (!stop.aborted) await new Promise((done) => stop.addEventListener('abort', done, { once: true }));
  await started.value.close();
  return ok(exitCode.done);
}

/** 1: it cannot be done. 2: it was asked for wrongly. 4: the manifests are rejected. */
export interface SimFailure {
  readonly exitCode: 1 | 2 | 4;
  readonly message: string;
}

const failed = (message: string): Result<never, SimFailure> => fail({ exitCode: 1, message });
const misused = (message: string): Result<never, SimFailure> => fail({ exitCode: 2, message });

/** Writes the files, opens the log, listens, and only then says `ready N`. */
export async function startSim(
  dir: string | undefined,
  options: SimOptions,
  output: SimOutput,
): Promise<Result<TwinServer, SimFailure>> {
  const stray = strayOption(options);
  if (stray !== undefined) return misused(`${stray} is for virtual machines, and needs --qemu DIR`);
  try {
    const facility = dir === undefined ? generate(options) : load(dir, options);
    if (!facility.ok) return facility;
    const faults = readFaults(options.faults, facility.value.machines);
    if (!faults.ok) return faults;
    const written = writeFiles(facility.value, options, output);
    return written.ok ? await serve(facility.value.machines, faults.value, options, output) : written;
  } catch (error) {
    // Files and folders that cannot be read or written; anything else is a bug.
    if (error instanceof Error && 'syscall' in error) return failed(error.message);
    throw error;
  }
}

async function serve(
  machines: Machines,
  faults: FaultPlan,
  options: SimOptions,
  output: SimOutput,
): Promise<Result<TwinServer, SimFailure>> {
  const behind = await standBehind(options, output);
  if (!behind.ok) return failed(behind.error);
  const server = await startTwins({
    machines,
    faults,
    ...(behind.value === null ? {} : { behind: behind.value }),
    ...(options.effects === undefined ? {} : { effects: options.effects }),
    onProgress: (listening) => output.err(`${listening} of ${machines.length} machines listen`),
  });
  if (!server.ok) return failed(`${server.error}; free that port, or name others with --port`);
  for (const { name, url } of server.value.machines.slice(0, 20)) output.err(`${name} ${url}/redfish/v1`);
  if (machines.length > 20) output.err(`… and ${machines.length - 20} more`);
  output.out(`ready ${machines.length}`);
  return server;
}

/** What of the options says something about virtual machines, where there are none. */
function strayOption(options: SimOptions): string | undefined {
  if (options.qemu !== undefined) return undefined;
  const { disks, diskSize, diskBus, memory, net, running, secureBoot } = options;
  const given = { disks, 'disk-size': diskSize, 'disk-bus': diskBus, memory, net, running, 'secure-boot': secureBoot };
  const stray = Object.entries(given).find(([, value]) => value !== undefined);
  return stray && `--${stray[0]}`;
}

async function standBehind(
  options: SimOptions,
  output: SimOutput,
): Promise<Result<NonNullable<TwinServerOptions['behind']> | null, string>> {
  if (options.qemu === undefined) return ok(null);
  const { diskBus: bus = 'nvme', memory = usualMemory, running = usualRunning } = options;
  return qemuFleet({
    folder: resolve(options.qemu),
    secureBoot: options.secureBoot === true,
    ...{ bus, memory, running, now: Date.now, complain: output.err },
    net: options.net ?? { kind: 'user', more: '' },
  });
}

/** As virtual machines, where they are some. */
function embody(machines: Machines, options: SimOptions, usual: typeof usualDisks | undefined): Machines {
  const { qemu, disks, diskSize, diskBus: bus = 'nvme', memory = usualMemory } = options;
  if (qemu === undefined) return machines;
  const declared = disks !== undefined || diskSize !== undefined;
  const given = declared ? { count: disks ?? usualDisks.count, bytes: diskSize ?? usualDisks.bytes } : usual;
  return machines.map((machine) => ({
    ...machine,
    spec: virtualise(machine.spec, { bus, memory, ...(given === undefined ? {} : { disks: given }) }),
  }));
}

function readFaults(path: string | undefined, machines: Machines): Result<FaultPlan, SimFailure> {
  if (path === undefined) return ok([]);
  const plan = readFaultPlan(readFileSync(path, 'utf8'));
  if (!plan.ok) return misused(`${path}: ${plan.error}`);
  const unknown = unknownMachine(plan.value, new Set(machines.map(({ spec }) => spec.name)));
  return unknown === undefined ? plan : misused(`${path}: there is no machine ${unknown}`);
}

interface Simulated {
  readonly machines: Machines;
  readonly files: ReadonlyMap<string, string>;
  readonly secrets: ReadonlyMap<string, string>;
}

function generate(options: SimOptions): Result<Simulated, SimFailure> {
  const { count, seed, tls = false, port = defaultPort } = options;
  if (count === undefined) return misused('say how many machines (--count N), or name a fleet repo');
  if (port + count - 1 > portMax) return misused(`${count} machines from port ${port} on go beyond port ${portMax}`);
  const disks = { count: options.disks ?? usualDisks.count, bytes: options.diskSize ?? usualDisks.bytes };
  const fleet = generateFleet({
    count,
    seed,
    facility: options.facility ?? defaultFacility,
    portBase: port,
    persona: options.persona,
    timings: hasten(defaultTimings, options.speed),
    ...(tls ? { tlsPinOf: (machine: string) => makeTlsIdentity(seed, machine).pin } : {}),
    ...(options.qemu === undefined ? {} : { model: virtualModel(disks) }),
  });
  const machines = fleet.machines.map((machine) => ({ ...machine, tls }));
  return ok({ ...fleet, machines: embody(machines, options, disks) });
}

function load(dir: string, options: SimOptions): Result<Simulated, SimFailure> {
  const { seed, persona, port, tls = false } = options;
  if (options.count !== undefined)
    return misused('--count is for generated machines, and does not go with a fleet repo');
  if (options.writeFleet !== undefined)
    return misused('--write-fleet is for generated machines; the fleet repo is there');
  if (tls && port === undefined) return misused('the manifests say which machines speak TLS; --tls needs --port');
  const read = readTwins(dir, {
    seed,
    persona,
    timings: hasten(defaultTimings, options.speed),
    ...(options.facility === undefined ? {} : { facility: options.facility }),
    ...(port === undefined ? {} : { elsewhere: { portBase: port, tls } }),
  });
  if (!read.ok) return fail({ exitCode: read.error.rejected ? 4 : 1, message: read.error.message });
  const { machines, credentials } = read.value;
  const files: ReadonlyMap<string, string> = new Map();
  return ok({ machines: embody(machines, options, undefined), files, secrets: secretFiles(credentials) });
}

function writeFiles(simulated: Simulated, options: SimOptions, output: SimOutput): Result<null, SimFailure> {
  if (options.writeFleet !== undefined) {
    const written = writeFleet(options.writeFleet, simulated.files);
    if (!written.ok) return failed(`${written.error}; name an empty folder, or serve what is there: nanometal sim DIR`);
    output.err(`${written.value} files in ${options.writeFleet}`);
  }
  if (options.writeSecrets !== undefined) {
    const written = writeSecrets(options.writeSecrets, simulated.secrets);
    if (!written.ok) return failed(`${written.error}; name another folder`);
    output.err(`${written.value} secrets in ${options.writeSecrets}`);
  }
  return ok(null);
}

function integer(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= min && number <= max) return number;
    throw new InvalidArgumentError(`Expected a whole number from ${min} to ${max}.`);
  };
}

/** Bytes. */
function size(text: string): number {
  const [, number, unit] = /^(\d{1,6})([MG])$/.exec(text) ?? [];
  const bytes = Number(number) * (unit === 'G' ? 1024 ** 3 : 1024 ** 2);
  if (bytes >= 1024 ** 2 && bytes <= 1024 ** 4) return bytes;
  throw new InvalidArgumentError('Expected 1M to 1024G.');
}

function diskBus(text: string): DiskBus {
  const bus = diskBuses.find((one) => one === text);
  if (bus !== undefined) return bus;
  throw new InvalidArgumentError(`Expected ${diskBuses.join(' or ')}.`);
}

function net(text: string): NetChoice {
  const choice = readNet(text);
  if (choice.ok) return choice.value;
  throw new InvalidArgumentError(`${choice.error}.`);
}

function factor(text: string): number {
  const number = Number(text);
  if (number > 0 && number <= 1_000) return number;
  throw new InvalidArgumentError('Expected a number above 0, up to 1000.');
}

/** Short enough that a machine's name, which begins with it, is one too. */
function facilityName(text: string): string {
  if (namePattern.test(text) && text.length <= 48) return text;
  throw new InvalidArgumentError('Expected up to 48 lower-case letters, digits and hyphens.');
}

function personaName(text: string): string {
  if (text === 'mixed' || personaNames.includes(text)) return text;
  throw new InvalidArgumentError(`Expected ${personaNames.join(', ')} or mixed.`);
}
