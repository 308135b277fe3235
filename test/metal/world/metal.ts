import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { systemClock } from '../../../src/adapters/clock.ts';
import { createHttp } from '../../../src/adapters/http/create.ts';
import { redfish } from '../../../src/drivers/infrastructure/redfish/driver.ts';
import type { Facts } from '../../../src/model/inventory.ts';
import type { Arguments } from '../../../src/model/plan.ts';
import { Secret } from '../../../src/model/secret.ts';
import type { BootMedium } from '../../../src/ports/agents.ts';
import type { InfrastructureDriver, Subject } from '../../../src/ports/driver.ts';
import { openTestBook } from '../../redfish/login-book.ts';
import { type Sim, startSim } from '../../system/world/sim.ts';
import { eventually } from '../../system/world/wait.ts';
import { ConsoleLog } from './console-log.ts';

/** For one start of a machine, emulated on a busy host; a quiet one needs a tenth of it. */
export const bootMs = 240_000;
/** For what a BMC does by itself. */
export const soonMs = 60_000;

/** A virtual machine behind a simulated BMC, and the product's driver in front of it. */
export interface Metal {
  readonly sim: Sim;
  readonly name: string;
  /** What this machine keeps: disks, variables, logs. */
  readonly folder: string;
  readonly console: ConsoleLog;
  readonly subject: Subject;
  /** What is inserted and booted from; also what a look is for, since nobody else's medium is looked at. */
  medium: BootMedium | null;
  /** What the driver sees now; an error where it sees nothing. */
  facts(): Promise<Facts>;
  /** Waits until it sees that. */
  untilSeen(what: string, fits: (facts: Facts) => boolean, patienceMs?: number): Promise<Facts>;
  full(): Promise<NonNullable<Facts['hardware']>>;
  /** One verb, which has to be accepted. */
  perform(args: Arguments): Promise<void>;
  close(): Promise<void>;
}

export async function startMetal(more: readonly string[] = []): Promise<Metal> {
  const folder = mkdtempSync(join(tmpdir(), 'nanometal-bmc-'));
  const sim = await startSim(folder, { count: 1, more: ['--qemu', 'machines', ...more] });
  const [machine] = sim.machines;
  if (machine === undefined) throw new Error('a simulation of one machine without a machine');
  const kept = join(dirname(sim.fleet), 'machines', machine.name);
  const http = createHttp();
  const subject = subjectOf(sim, machine.path);
  const driver = await driverOn(http);
  const asked = (): Subject => (metal.medium === null ? subject : { ...subject, medium: metal.medium });
  const look = async (depth: 'quick' | 'full'): Promise<Facts> => {
    const seen = await driver.observe(asked(), depth, new AbortController().signal);
    if (seen.kind !== 'seen') throw new Error(`${seen.reason}: ${seen.message}`);
    return seen.facts;
  };
  const metal: Metal = {
    sim,
    medium: null,
    name: machine.name,
    folder: kept,
    console: new ConsoleLog(join(kept, 'serial.log')),
    subject,
    facts: () => look('quick'),
    untilSeen: (what, fits, patienceMs = soonMs) =>
      eventually(
        what,
        async () => {
          const facts = await look('quick');
          return fits(facts) ? facts : null;
        },
        patienceMs,
      ),
    async full() {
      const { hardware } = await look('full');
      if (hardware === undefined) throw new Error('a full look without hardware');
      return hardware;
    },
    async perform(args) {
      const started = await driver.perform(asked(), args, undefined, new AbortController().signal);
      if (started.kind !== 'accepted') throw new Error(`${args.verb}: ${JSON.stringify(started)}`);
    },
    async close() {
      await driver.close();
      http.close();
      await sim.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return metal;
}

const driverOn = async (http: ReturnType<typeof createHttp>): Promise<InfrastructureDriver> =>
  redfish.create({
    http,
    loginBook: await openTestBook(systemClock),
    clock: systemClock,
    secrets: {
      credentials: async () => ({ ok: true, value: { username: 'admin', password: new Secret('password') } }),
    },
  });

/** As the manifest has it that the simulation wrote. */
function subjectOf(sim: Sim, path: string): Subject {
  const { spec } = parse(readFileSync(join(sim.fleet, path), 'utf8'));
  return {
    machine: basename(path, '.yaml'),
    bmc: { driver: 'redfish', address: spec.bmc.address, credentials: 'bmc-default', insecure: false },
    identity: spec.identity,
    within: ['127.0.0.0/8'],
    logins: [],
  };
}

/** Ids of the processes that run in this folder. */
export const processesIn = (folder: string): readonly number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && runsIn(pid, folder));

function runsIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
  } catch {
    return false;
  }
}
