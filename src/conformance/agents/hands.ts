import { equal } from 'node:assert/strict';
import { firstOf, type Lines, readLines, writeLines } from '../../boot/lines.ts';
import type { BootService, WorkItem } from '../../model/boot.ts';
import type { Digest, FacilityName } from '../../model/names.ts';
import { Secret } from '../../model/secret.ts';
import type { Agents, Expected } from '../../ports/agents.ts';

export interface AgentsBench {
  readonly agents: Agents;
  readonly facility: FacilityName;
  /** Where the boot service is to be; `expect` is called with it. */
  readonly boot: BootService;
  /** One request to it, as an agent, firmware, a BMC or an installed system would make it. */
  ask(question: Question, signal?: AbortSignal): Promise<Answer>;
  /** Lets time pass on the clock of the service. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

export interface Question {
  /** Inside `boot.provisioning`, inside `boot.bmc` only, or in none of them. */
  readonly from: 'provisioning' | 'bmc' | 'elsewhere';
  readonly secure: boolean;
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly path: string;
  readonly token?: string;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  /** Of a medium: the settings in it, at least. */
  readonly text: string;
}

export const machine = 'ams1-r01-u01';
export const uuid = '4c4c4544-0058-4b10-8032-b7c04f4d3933';
export const identity = { uuid, serial: '7XK2M93' };
export const digest = (digit: string): Digest => `sha256:${digit.repeat(64)}`;
export const image = {
  name: 'debian-13',
  url: 'http://127.0.0.1:9/debian.raw',
  sha256: 'a'.repeat(64),
  format: 'raw',
  boot: 'uefi',
} as const;
export const expected: Expected = {
  identity,
  attempt: digest('1'),
  links: [],
  grant: digest('2'),
  next: null,
  image,
  seed: { userData: new Secret('#cloud-config\n'), metaData: 'instance-id: i-1\n' },
  home: false,
};
export type Check = (hands: Hands) => Promise<void>;

/** Plays the reconciler on one side, and everybody else on the other. */
export class Hands {
  readonly bench: AgentsBench;
  readonly off = new AbortController();

  constructor(bench: AgentsBench) {
    this.bench = bench;
  }

  get agents(): Agents {
    return this.bench.agents;
  }

  expect(change: Partial<Expected>): void {
    this.agents.expect(this.bench.boot, new Map([[machine, { ...expected, ...change }]]));
  }

  item(): WorkItem {
    const { facility } = this.bench;
    const disk = { by: 'serial', value: 'S4X0 NA0R' } as const;
    return {
      facility,
      machine,
      grant: expected.grant,
      epoch: 4,
      seconds: 600,
      identity,
      verb: 'Install',
      image,
      disk,
      overwrite: false,
    };
  }

  /** The settings on the medium of an attempt, as the machine finds them there. */
  async settings(attempt: Digest = expected.attempt): Promise<Lines> {
    const { status, text } = await this.fetch(this.agents.mediumOf(attempt).iso, 'bmc');
    equal(status, 200);
    return lines(/^contract=1\n(?:[a-z]+=.*\n)+/m.exec(text)?.[0] ?? '');
  }

  fetch(url: string, from: Question['from']): Promise<Answer> {
    const { pathname, search, protocol } = new URL(url);
    const secure = protocol === 'https:';
    return this.patient(this.bench.ask({ from, secure, method: 'GET', path: pathname + search }));
  }

  async token(attempt?: Digest): Promise<string> {
    return firstOf(await this.settings(attempt), 'token') ?? '';
  }

  post(path: string, token: string, body: string, signal?: AbortSignal): Promise<Answer> {
    const question = { from: 'provisioning', secure: true, method: 'POST', path: `/agent/v1/${path}`, body } as const;
    return this.bench.ask(token === '' ? question : { ...question, token }, signal);
  }

  claim(token: string, boot: string, who: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.post('claim', token, caller(boot, who));
  }

  /** Time passes until it is so. */
  async patient<T>(what: Promise<T>): Promise<T> {
    const state = { over: false };
    const end = (): void => {
      state.over = true;
    };
    what.then(end, end);
    // What still has not come after an hour is held up by something that takes no time on that clock.
    for (let rounds = 0; !state.over; rounds++) await this.bench.pass(rounds < 7_200 ? 500 : 0);
    return what;
  }

  /** The agent of this run asks until it is offered, and its question is open. */
  async offered(token: string, boot: string): Promise<{ readonly open: Promise<Answer>; readonly claim: Claimed }> {
    const wanted = this.agents.claim(machine, this.off.signal);
    const open = this.claim(token, boot);
    const claim = await this.patient(wanted);
    if (claim === null) throw new Error('the claim was called off');
    equal(claim.caller.boot, boot);
    return { open, claim };
  }

  /** An agent that was given its work. */
  async handed(boot: string): Promise<string> {
    const token = await this.token();
    const { open, claim } = await this.offered(token, boot);
    const started = claim.hand(this.item());
    equal(told(await this.patient(open)), 'work');
    equal((await this.patient(started)).kind, 'accepted');
    return token;
  }

  report(token: string, boot: string, change: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const body = { grant: expected.grant, boot, state: 'working', ...change };
    return this.patient(this.post('report', token, writeLines(Object.entries(body))));
  }
}

type Claimed = NonNullable<Awaited<ReturnType<Agents['claim']>>>;

export const first = 'first-run-0001';
export const second = 'second-run-0002';

export const caller = (boot: string, who: Readonly<Record<string, string>> = {}): string =>
  writeLines(
    Object.entries({
      contract: '1',
      agent: '0.1.0',
      boot,
      ...identity,
      disk: 'sda bytes=1000 serial=S4X0%20NA0R rotational=0 removable=0',
      ...who,
    }),
  );

export function lines(text: string): Lines {
  const read = readLines(text);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

export function told({ status, text }: Answer): string | undefined {
  equal(status, 200, text);
  return firstOf(lines(text), 'then');
}
