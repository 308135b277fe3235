import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../../src/adapters/clock.ts';
import { createHttp } from '../../../../src/adapters/http/create.ts';
import { makeTlsIdentity } from '../../../../src/adapters/twin-server/certificate.ts';
import { openEffectLog } from '../../../../src/adapters/twin-server/effect-log.ts';
import { listen } from '../../../../src/adapters/twin-server/listen.ts';
import type { Twin } from '../../../../src/adapters/twin-server/twin.ts';
import type { InfrastructureBench, Seen } from '../../../../src/conformance/infrastructure.ts';
import { redfishWith } from '../../../../src/drivers/infrastructure/redfish/driver.ts';
import { Secret } from '../../../../src/model/secret.ts';
import type { InfrastructureDriver, Subject } from '../../../../src/ports/driver.ts';
import type { Http } from '../../../../src/ports/http.ts';
import type { Credentials } from '../../../../src/ports/secrets.ts';
import { defaultLimits, type RedfishLimits } from '../../../../src/redfish/limits.ts';
import { type Bmc, type BmcSpec, createBmc, setFaults } from '../../../../src/twin/bmc.ts';
import type { EffectEntry } from '../../../../src/twin/effect.ts';
import type { FaultRule } from '../../../../src/twin/faults.ts';
import { generateFleet } from '../../../../src/twin/fleet.ts';
import { insertMedium, type MediaHabit, slotsOf } from '../../../../src/twin/media.ts';
import { openTestBook } from '../../../redfish/login-book.ts';
import { someMedium } from './bench.ts';

export const username = 'admin';
/** Not the twin's usual one, which stands in ordinary sentences. */
export const password = 'tw1n-pa55';
const start = Date.parse('2026-11-22T10:00:00Z');
const seed = 1;

/** Only a fault `hang` is waited for as long as `idleMs`. */
const quickly = { connectMs: 10_000, idleMs: 1_000, totalMs: 10_000 };
const limits: RedfishLimits = {
  ...defaultLimits,
  read: { ...defaultLimits.read, ...quickly },
  write: { ...defaultLimits.write, ...quickly },
  logoutMs: 300,
};

export interface TwinRigOptions {
  readonly tls?: boolean;
  /** The BMC adds no accounts, and has so many slots for them. */
  readonly accountSlots?: number;
  readonly mediaHabit?: MediaHabit;
  /** There is no HttpBootUri, but this BIOS attribute. */
  readonly httpBootAttribute?: string;
  /** The manifest names the system. */
  readonly system?: string;
  /** Time that passes with each mutating request, so that the machine is ready for the next; otherwise none passes. */
  readonly settleMs?: number;
}

/** The driver on real HTTP in front of a served twin, in a time that only `wait` moves. */
export interface TwinRig {
  readonly driver: InfrastructureDriver;
  readonly subject: Subject;
  /** What the driver is told when it asks for credentials. */
  credentials: Credentials;
  /** Done once, just before the next mutating request leaves: somebody else is quicker. */
  meanwhile: (() => void) | null;
  bmc(): Bmc;
  change(step: (bmc: Bmc, now: number) => Bmc): void;
  /** Replaces all rules. */
  fail(...rules: readonly Partial<FaultRule>[]): void;
  wait(ms: number): void;
  /** The lines of the effect log, logins and logouts aside. */
  mutations(): readonly EffectEntry[];
  logins(): readonly EffectEntry[];
  logouts(): readonly EffectEntry[];
  /** How many requests the machine received that only read. */
  reads(): number;
  vanish(): Promise<void>;
  close(): Promise<void>;
}

/** A machine as `nanometal sim` deals it, except for its password. */
export function twinSpec(): BmcSpec {
  const [machine] = generateFleet({ count: 1, seed, facility: 'ams1', portBase: 1 }).machines;
  if (machine === undefined) throw new Error('a fleet of one machine without a machine');
  return { ...machine.spec, account: { username, password } };
}

export async function openTwinRig(options: TwinRigOptions = {}): Promise<TwinRig> {
  const folder = mkdtempSync(join(tmpdir(), 'twin-rig-'));
  const path = join(folder, 'effects.ndjson');
  const log = openEffectLog(path);
  const twin: Twin = {
    bmc: createBmc({
      ...twinSpec(),
      ...(options.accountSlots === undefined ? {} : { accountSlots: options.accountSlots }),
      ...(options.mediaHabit === undefined ? {} : { mediaHabit: options.mediaHabit }),
      ...(options.httpBootAttribute === undefined ? {} : { httpBootAttribute: options.httpBootAttribute }),
    }),
    port: 0,
  };
  const { name } = twin.bmc.spec;
  const tls = options.tls === true ? makeTlsIdentity(seed, name) : null;
  let [now, reads] = [start, 0];
  const listening = await listen({
    twin,
    tls,
    now: () => now,
    host: '127.0.0.1',
    log: {
      append: (entries) => {
        log.append(entries);
        if (entries.length === 0) reads++;
        if (entries.some(isMutation)) now += options.settleMs ?? 0;
      },
      close: () => log.close(),
    },
  });
  if (!listening.ok) throw new Error(listening.error);
  const http = createHttp();
  const entries = (): readonly EffectEntry[] =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  const sessionLines = (method: string): readonly EffectEntry[] =>
    entries().filter((entry) => !isMutation(entry) && entry.method === method);
  const rig: TwinRig = {
    credentials: { username, password: new Secret(password) },
    meanwhile: null,
    driver: redfishWith(limits).create({
      http: interrupted(http, () => {
        rig.meanwhile?.();
        rig.meanwhile = null;
      }),
      clock: systemClock,
      loginBook: await openTestBook(systemClock),
      secrets: { credentials: async () => ({ ok: true, value: rig.credentials }) },
    }),
    subject: {
      machine: name,
      bmc: {
        driver: 'redfish',
        address: `${tls === null ? 'http' : 'https'}://127.0.0.1:${listening.value.port}`,
        credentials: 'bmc-default',
        insecure: false,
        ...(tls === null ? {} : { tlsPin: tls.pin }),
        ...(options.system === undefined ? {} : { system: options.system }),
      },
      identity: twin.bmc.spec.identity,
      within: ['127.0.0.0/8'],
      logins: [],
    },
    bmc: () => twin.bmc,
    change: (step) => {
      twin.bmc = step(twin.bmc, now);
    },
    fail: (...rules) => {
      twin.bmc = setFaults(
        twin.bmc,
        rules.map((rule) => ({ fault: 'hang', on: 'all', when: 'before', probability: 1, from: now, ...rule })),
      );
    },
    wait: (ms) => {
      now += ms;
    },
    mutations: () => entries().filter(isMutation),
    logins: () => sessionLines('POST'),
    logouts: () => sessionLines('DELETE'),
    reads: () => reads,
    vanish: () => listening.value.close(),
    close: async () => {
      await rig.driver.close();
      http.close();
      await listening.value.close();
      log.close();
      rmSync(folder, { recursive: true });
    },
  };
  return rig;
}

const isMutation = (entry: EffectEntry): boolean => entry.class !== 'session';

/** Calls `before` when a request that is no login is about to change something. */
const interrupted = (http: Http, before: () => void): Http => ({
  request: (request, signal) => {
    if (request.method !== 'GET' && !request.url.includes('/Sessions')) before();
    return http.request(request, signal);
  },
});

/** The effect log keeps no reads; the server only counts them. */
const someRead: Seen = { method: 'GET', path: '(any)', mutates: false };

export async function openTwinBench(options: TwinRigOptions): Promise<InfrastructureBench> {
  const rig = await openTwinRig({ settleMs: 60_000, ...options });
  return {
    driver: rig.driver,
    subject: { ...rig.subject, medium: someMedium },
    clock: systemClock,
    identity: rig.bmc().spec.identity,
    bootTarget: 'Pxe',
    bios: { LogicalProc: 'Disabled', AcPowerRecoveryDelaySeconds: 90 },
    get secrets() {
      return [password, btoa(`${username}:${password}`), ...rig.bmc().sessions.map((session) => session.token)];
    },
    patienceMs: 30_000,
    seen: () => [
      ...Array.from({ length: rig.reads() }, () => someRead),
      ...rig.mutations().map(({ method, path }) => ({ method, path, mutates: true })),
    ],
    logins: () => rig.logins().length,
    trouble: (kind, on) => {
      if (kind === 'none') rig.fail();
      else rig.fail({ fault: kind, on: on === 'mutations' ? 'mutating' : 'all' });
    },
    occupy: (image) =>
      rig.change((bmc) =>
        slotsOf(bmc).reduce((next, { id }) => insertMedium(next, { slot: id, image, writeProtected: true }), bmc),
      ),
    replace: () => rig.fail({ fault: 'wrong-machine' }),
    refuseCredentials: () => {
      rig.change((bmc) => ({ ...withPassword(bmc, 'another'), sessions: [] }));
    },
    vanish: rig.vanish,
    close: rig.close,
  };
}

/** As somebody at the BMC's own page changes it. */
export const withPassword = (bmc: Bmc, changed: string): Bmc => ({
  ...bmc,
  accounts: bmc.accounts.map((account) => ({ ...account, password: changed })),
});
