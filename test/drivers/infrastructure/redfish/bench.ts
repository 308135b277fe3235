import { systemClock } from '../../../../src/adapters/clock.ts';
import { createHttp } from '../../../../src/adapters/http/create.ts';
import type { InfrastructureBench } from '../../../../src/conformance/infrastructure.ts';
import { redfishWith } from '../../../../src/drivers/infrastructure/redfish/driver.ts';
import { Secret } from '../../../../src/model/secret.ts';
import type { BootMedium } from '../../../../src/ports/agents.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { InfrastructureDriver, Subject } from '../../../../src/ports/driver.ts';
import type { Credentials, Secrets } from '../../../../src/ports/secrets.ts';
import { defaultLimits, type RedfishLimits } from '../../../../src/redfish/limits.ts';
import type { DiskContent } from '../../../../src/rehearsal/disk.ts';
import {
  type FixtureBmc,
  openBmc,
  password,
  type ReceivedRequest,
  type Scripted,
  type Tree,
  tokenPrefix,
  username,
} from '../../../redfish/bmc.ts';
import { openTestBook } from '../../../redfish/login-book.ts';
import { altered, cdPath, machine, otherMachine } from '../../../redfish/machine.ts';

/** Short enough to wait for in a test; nothing here depends on how fast the machine is below them. */
const quickly = { connectMs: 2_000, idleMs: 500, totalMs: 2_000 };
export const testLimits: RedfishLimits = {
  ...defaultLimits,
  read: { ...defaultLimits.read, ...quickly },
  write: { ...defaultLimits.write, ...quickly },
  logoutMs: 300,
};

export interface Rig {
  readonly bmc: FixtureBmc;
  driver: InfrastructureDriver;
  readonly subject: Subject;
  /** What the driver is told when it asks for credentials. */
  credentials: Credentials;
  /** As after a crash: another process, with what was on the platter until now. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** The driver on real HTTP in front of a fixture BMC. */
export async function openRig(
  tree: Tree = machine,
  options: { clock?: Clock; limits?: RedfishLimits } = {},
): Promise<Rig> {
  const bmc = await openBmc(tree);
  const http = createHttp();
  const clock = options.clock ?? systemClock;
  const secrets: Secrets = { credentials: async () => ({ ok: true, value: rig.credentials }) };
  let content: DiskContent = new Map();
  const start = async (): Promise<InfrastructureDriver> =>
    redfishWith(options.limits ?? testLimits).create({
      http,
      clock,
      secrets,
      loginBook: await openTestBook(clock, content),
    });
  const rig: Rig = {
    bmc,
    credentials: { username, password: new Secret(password) },
    driver: await start(),
    subject: {
      machine: 'm1',
      bmc: { driver: 'redfish', address: bmc.url, credentials: 'bmc-default', insecure: false },
      identity: { uuid: '38947555-7742-3448-3784-823347823834', serial: '437XR1138R2' },
      within: ['127.0.0.0/8'],
      logins: [],
    },
    restart: async () => {
      content = new Map(content);
      rig.driver = await start();
    },
    close: async () => {
      await rig.driver.close();
      http.close();
      await bmc.close();
    },
  };
  return rig;
}

/** As the boot service names them. */
export const someMedium: BootMedium = {
  iso: 'http://10.1.2.1:8080/media/5d41402abc4b2a76b9719d911017c592/boot.iso',
};

/** What the fixture does not by itself: what was inserted shows. */
function keepMedia(bmc: FixtureBmc, { method, path, body }: ReceivedRequest): Scripted | undefined {
  if (method !== 'POST' || !path.startsWith(`${cdPath}/Actions/`)) return undefined;
  const { Image = null }: { Image?: unknown } = JSON.parse(body);
  bmc.tree = altered(bmc.tree, { [cdPath]: { Image, Inserted: path.endsWith('.InsertMedia') } });
  return { status: 204 };
}

export async function openConformanceBench(): Promise<InfrastructureBench> {
  const { bmc, driver, subject, close } = await openRig();
  bmc.script = (request) => keepMedia(bmc, request);
  return {
    driver,
    subject: { ...subject, medium: someMedium },
    clock: systemClock,
    identity: {
      uuid: '38947555-7742-3448-3784-823347823834',
      serial: '437XR1138R2',
      chassisSerial: 'CH-42',
      bmcMac: 'd8:5e:d3:00:00:01',
    },
    bootTarget: 'Pxe',
    bios: { LogicalProc: 'Disabled', Threads: 1 },
    // Also the part before what is not ASCII, which is taken out of messages anyway.
    secrets: [password, 'pa55-word', tokenPrefix],
    patienceMs: 30_000,
    seen: () => bmc.received.map(({ method, path }) => ({ method, path, mutates: method !== 'GET' })),
    logins: () => bmc.logins.length,
    trouble: (kind, on) => {
      bmc.trouble = on === 'mutations' ? { kind, only: 'mutations' } : { kind };
    },
    occupy: (image) => {
      bmc.tree = altered(bmc.tree, { [cdPath]: { Image: image, Inserted: true } });
    },
    replace: () => {
      bmc.tree = otherMachine;
    },
    refuseCredentials: () => {
      bmc.forgetSessions();
      bmc.script = ({ method, path, body }) =>
        method === 'POST' && path.endsWith('/Sessions')
          ? { status: 401, body: { error: { message: `no: ${body}` } } }
          : undefined;
    },
    vanish: () => bmc.close(),
    close,
  };
}
