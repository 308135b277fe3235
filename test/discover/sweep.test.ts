import { describe, expect, it } from 'vitest';
import { sweep, type Tally } from '../../src/discover/sweep.ts';
import type { Discovery, Findings, Target } from '../../src/model/discovery.ts';
import { verbs } from '../../src/model/verb.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Entry, InfrastructureDriver, Knock } from '../../src/ports/driver.ts';
import { type DiskContent, openMemoryDisk } from '../../src/rehearsal/disk.ts';
import { createClock, Kernel } from '../../src/rehearsal/kernel.ts';
import { fleet, machine } from '../diff/sample.ts';
import { openTestBook } from '../redfish/login-book.ts';

const discovery: Discovery = {
  file: 'facilities/ams1/discovery.yaml',
  ranges: ['10.1.0.0/28'],
  driver: 'model',
  credentials: ['first', 'second'],
  names: '{facility}-{serial}',
  rack: 'unplaced',
  concurrency: 4,
  loginsPerHour: 1,
};

/** Accounts by name of the credentials. */
const usernames: Readonly<Record<string, string>> = { first: 'root', second: 'admin', third: 'root' };

interface Said {
  /** The only credentials that are taken; absent: none. */
  readonly takes?: string;
  readonly knock?: Partial<Knock>;
  readonly refusal?: Extract<Entry, { kind: 'refused' }>['why'];
}

/** A network of model BMCs in virtual time, and a host whose disk outlives its processes. */
class Lab {
  readonly kernel = new Kernel(Date.parse('2026-11-26T12:00:00Z'));
  readonly clock: Clock = createClock(this.kernel);
  readonly disk: DiskContent = new Map();
  /** `10.1.0.1 first root`: every password that was shown. */
  readonly shown: string[] = [];
  readonly knocked: string[] = [];
  busy = 0;
  most = 0;
  readonly #bmcs: Readonly<Record<string, Said>>;

  constructor(bmcs: Readonly<Record<string, Said>>) {
    this.#bmcs = bmcs;
  }

  driver(): InfrastructureDriver {
    const { clock, shown } = this;
    const host = (address: string): string => address.replace('https://', '');
    return {
      role: 'infrastructure',
      name: 'model',
      verbs,
      survey: {
        knock: async (address) => {
          this.knocked.push(address);
          this.most = Math.max(this.most, ++this.busy);
          await clock.sleep(1_000);
          this.busy--;
          const said = this.#bmcs[host(address)];
          if (said === undefined) return { kind: 'silent', message: 'nobody' };
          const service: Knock = {
            kind: 'service',
            address: `https://${host(address)}`,
            mark: 'sha256:1',
            tlsPin: address,
          };
          return said.knock ? Object.assign({}, service, said.knock) : service;
        },
        enter: async ({ bmc }, permit) => {
          const username = usernames[bmc.credentials] ?? 'nobody';
          const bar = await permit(username);
          if (bar !== null) return { kind: 'barred', message: bar };
          shown.push(`${host(bmc.address)} ${bmc.credentials} ${username}`);
          await clock.sleep(1_000);
          const said = this.#bmcs[host(bmc.address)];
          if (said?.takes === bmc.credentials) return { kind: 'in', systems: [undefined] };
          return { kind: 'refused', why: said?.refusal ?? 'password', message: 'no' };
        },
        leave: async () => {},
      },
      async observe({ bmc }) {
        await clock.sleep(1_000);
        const identity = { serial: host(bmc.address) };
        const boot = { target: 'None', enabled: 'Disabled' };
        const bios = { complete: true, attributes: {}, pending: {} };
        const capabilities = {
          resetTypes: [],
          bootTargets: [],
          bios: 'none',
          indicator: false,
          bmcReset: false,
          virtualMedia: 'none',
          httpBootUri: false,
        } as const;
        const facts = { identity, power: 'On', boot, indicator: 'Off', bios, tasks: [], capabilities } as const;
        return { kind: 'seen', at: clock.now(), facts };
      },
      perform: async () => ({ kind: 'unsent', message: 'a sweep performs nothing' }),
      close: async () => {},
    };
  }

  async sweep(
    said: Partial<Discovery> = {},
    list: readonly Target[] | null = null,
    signal = new AbortController().signal,
    tell: (tally: Tally) => void = () => {},
  ): Promise<Findings | null> {
    const disk = openMemoryDisk(this.disk);
    const enrolled = machine('m1', {
      bmc: { driver: 'model', address: 'https://10.1.0.9', credentials: 'third', insecure: false },
    });
    const work = async (): Promise<Findings | null> => {
      const loginBook = await openTestBook(this.clock, this.disk);
      const ports = { driver: this.driver(), clock: this.clock, disk, loginBook };
      return sweep(ports, fleet([enrolled]), { ...discovery, ...said }, list, tell, signal);
    };
    return this.kernel.until(work());
  }
}

const kinds = (findings: Findings | null): readonly string[] =>
  findings?.findings.map((finding) => `${finding.asked} ${finding.kind}`) ?? [];

describe('a sweep', () => {
  it('asks every address once, so many at one time, and tells of those that matter', async () => {
    const lab = new Lab({
      '10.1.0.1': { takes: 'first' },
      '10.1.0.2': { knock: { kind: 'stranger', message: 'a printer' } },
      '10.1.0.3': { knock: { kind: 'missed', reason: 'Timeout', message: 'it hangs' } },
    });
    const tallies: Tally[] = [];
    const found = await lab.sweep({}, null, undefined, (tally) => void tallies.push(tally));
    // Nothing was expected from the rest but the machine that is enrolled.
    expect(kinds(found)).toEqual(['10.1.0.1 machines', '10.1.0.2 stranger', '10.1.0.3 unreachable', '10.1.0.9 silent']);
    expect(new Set(lab.knocked).size).toBe(16);
    expect(lab.knocked).toHaveLength(16);
    expect(lab.most).toBe(4);
    expect(tallies.at(-1)).toEqual({ asked: 16, of: 16, machines: 1 });
  });

  it('shows an account one password within the hour: not the next candidate, not a run after it, not after a crash', async () => {
    const lab = new Lab({ '10.1.0.1': { takes: 'nothing' } });
    const credentials = ['first', 'third', 'second'];
    await lab.sweep({ credentials });
    expect(lab.shown).toEqual(['10.1.0.1 first root', '10.1.0.1 second admin']);
    const again = await lab.sweep({ credentials });
    expect(again?.findings[0]).toMatchObject({ kind: 'refused', why: 'waiting' });
    expect(lab.shown).toHaveLength(2);
    lab.kernel.after(3_600_001, () => {});
    await lab.kernel.until(lab.clock.sleep(3_600_001));
    await lab.sweep({ credentials });
    expect(lab.shown).toHaveLength(4);
  });

  it('goes on as often as it likes where it is let in, and an enrolled machine is asked with its own credentials', async () => {
    const lab = new Lab({ '10.1.0.1': { takes: 'first' }, '10.1.0.9': { takes: 'third' } });
    for (let run = 0; run < 3; run++) await lab.sweep();
    expect(lab.shown.filter((line) => line.startsWith('10.1.0.1 '))).toEqual(new Array(3).fill('10.1.0.1 first root'));
    expect(lab.shown.filter((line) => line.startsWith('10.1.0.9 '))).toEqual(new Array(3).fill('10.1.0.9 third root'));
  });

  it.each(['lock-out', 'password-change'] as const)('tries no other candidate after %s', async (refusal) => {
    const lab = new Lab({ '10.1.0.1': { refusal, takes: 'second' } });
    const found = await lab.sweep();
    expect(found?.findings[0]).toMatchObject({ kind: 'refused', why: refusal });
    expect(lab.shown).toEqual(['10.1.0.1 first root']);
  });

  it('a proxy that answers for every address with a password that it does not take sees it twice', async () => {
    const hosts = Array.from({ length: 16 }, (_, i) => [`10.1.0.${i}`, { takes: 'nothing' }] as const);
    const lab = new Lab(Object.fromEntries(hosts));
    const found = await lab.sweep({ credentials: ['first'], concurrency: 16 });
    const shown = lab.shown.filter((line) => line.includes(' first '));
    expect(shown).toHaveLength(2);
    expect(found?.findings.filter(({ kind }) => kind === 'refused')).toHaveLength(16);
  });

  it('one key is one BMC: at another address its account is not tried again', async () => {
    const lab = new Lab({
      '10.1.0.1': { takes: 'nothing', knock: { tlsPin: 'k' } },
      '10.1.0.2': { takes: 'nothing', knock: { tlsPin: 'k' } },
    });
    await lab.sweep({ credentials: ['first'] });
    expect(lab.shown).toHaveLength(1);
  });

  it('that is called off goes on where it was, and asks nobody again', async () => {
    const lab = new Lab({ '10.1.0.1': { takes: 'first' }, '10.1.0.12': { takes: 'first' } });
    const stop = new AbortController();
    lab.kernel.after(3_500, () => stop.abort());
    expect(await lab.sweep({}, null, stop.signal)).toBeNull();
    const before = lab.knocked.length;
    expect(before).toBeLessThan(16);
    const found = await lab.sweep();
    expect(kinds(found)).toEqual(['10.1.0.1 machines', '10.1.0.9 silent', '10.1.0.12 machines']);
    expect(lab.shown.filter((line) => line.startsWith('10.1.0.1 '))).toHaveLength(1);
    expect(lab.knocked.length - before).toBeLessThan(16);
    // What was finished begins anew.
    await lab.sweep();
    expect(lab.knocked.length).toBeGreaterThanOrEqual(before + 16);
  });

  it('asks a list instead of the ranges, and tells of everybody on it', async () => {
    const lab = new Lab({ '10.1.0.200': { takes: 'second' } });
    const found = await lab.sweep({}, [
      { address: '10.1.0.200', listed: { line: 2, credentials: 'second' } },
      { address: '10.1.0.201', listed: { line: 3 } },
    ]);
    expect(kinds(found)).toEqual(['10.1.0.200 machines', '10.1.0.201 silent']);
    expect(found).toMatchObject({ ranges: [], addresses: 2 });
    expect(lab.shown).toEqual(['10.1.0.200 second admin']);
  });
});
