import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { request as ask } from 'node:http';
import { request as askSecurely } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type BootServer, type BootServerOptions, openBootServer } from '../../../src/adapters/boot-server/open.ts';
import { type DoorsNews, type FarDoors, openDoors } from '../../../src/adapters/boot-server/open-doors.ts';
import { openDisk } from '../../../src/adapters/disk.ts';
import type { AgentsBench, Answer, Question } from '../../../src/conformance/index.ts';
import type { BootService } from '../../../src/model/boot.ts';
import type { Expected } from '../../../src/ports/agents.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { makeTestFolder } from '../folder.ts';

/** How long the service keeps a question open. */
const holdMs = 20_000;

/** Time that passes when a test says so, and not while a question is on its way. */
export class HandClock implements Clock {
  #ticks = 1_000_000;
  #due: { readonly at: number; readonly wake: () => void }[] = [];
  /** Questions that the service keeps open. */
  #held = 0;
  #asked = 0;

  /** A question of the test, until it has its answer. */
  async during<T>(question: Promise<T>): Promise<T> {
    this.#asked += 1;
    try {
      return await question;
    } finally {
      this.#asked -= 1;
    }
  }

  now = (): number => 1_800_000_000_000 + this.#ticks;
  monotonic = (): number => this.#ticks;
  sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const due = {
        at: this.#ticks + ms,
        wake: () => {
          if (!this.#due.includes(due)) return;
          this.#due = this.#due.filter((other) => other !== due);
          if (ms === holdMs) this.#held -= 1;
          resolve();
        },
      };
      if (ms === holdMs) this.#held += 1;
      this.#due.push(due);
      signal?.addEventListener('abort', due.wake);
    });

  async pass(ms: number): Promise<void> {
    do await setImmediate();
    while (this.#asked !== this.#held);
    this.#ticks += ms;
    for (const { at, wake } of this.#due) if (at <= this.#ticks) wake();
  }
}

export const digest = (digit: string) => `sha256:${digit.repeat(64)}` as const;

/** A machine with an open attempt, of which no work is said. */
export const expected: Expected = {
  identity: { serial: '7XK2M93', uuid: '4c4c4544-0058-4b10-8032-b7c04f4d3933' },
  attempt: digest('1'),
  links: [],
  grant: digest('2'),
  next: null,
  home: false,
};

const hosts = { provisioning: '127.0.0.1', bmc: '127.0.0.2', elsewhere: '127.0.0.3' };

export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve))));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

export async function bootService(change: Partial<BootService> = {}): Promise<BootService> {
  const [http = 0, https = 0] = await freePorts(2);
  return {
    address: '127.0.0.1',
    ports: { http, https },
    methods: ['VirtualMedia'],
    provisioning: ['127.0.0.1/32'],
    bmc: ['127.0.0.2/32'],
    ...change,
  };
}

export const isoBytes = (): Buffer => {
  const reserved = Buffer.alloc(65_536, '\n');
  reserved.write('# nanometal.conf: reserved\n');
  return Buffer.concat([Buffer.alloc(300_000, 'a'), reserved, Buffer.alloc(100_000, 'z')]);
};

const efiBytes = (): Buffer => {
  const reserved = Buffer.alloc(1_024, ' ');
  reserved.write('nanometal.reserved=');
  return Buffer.concat([Buffer.from('MZ console=ttyS0 '), reserved, Buffer.from('\0rest')]);
};

/** As `agent/build` makes one, but for what is in it. */
export async function writeAgentFolder(
  folder: string,
  change: { readonly contract?: number; readonly files?: Readonly<Record<string, Buffer>> } = {},
): Promise<void> {
  const files = {
    'boot.iso': isoBytes(),
    'agent.efi': efiBytes(),
    vmlinuz: Buffer.from('kernel'),
    initrd: Buffer.from('initrd'),
    ...change.files,
  };
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  const listed = Object.entries(files).map(([name, bytes]) => [
    name,
    { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length },
  ]);
  const manifest = {
    version: '0.1.0',
    contract: change.contract ?? 1,
    commandLine: 'console=tty0 quiet',
    files: Object.fromEntries(listed),
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
}

/** The ports in a process of their own, as far as one process can be two: it asks at a socket. */
export async function openApart(
  change: Partial<BootServerOptions> = {},
  boot: BootService | null = null,
): Promise<Ground & { readonly socket: string; readonly doors: FarDoors; readonly news: readonly DoorsNews[] }> {
  const folder = await makeTestFolder();
  const socket = join(folder, 'boot.sock');
  const ground = await openGround({ ...change, socket }, boot);
  const news: DoorsNews[] = [];
  const doors = await openDoors({
    clock: ground.clock,
    socket,
    agentFolder: join(ground.folder, 'agent'),
    stateFolder: join(folder, 'state'),
    imageCacheBytes: 2 ** 30,
    told: (one) => news.push(one),
  });
  if (!doors.ok) throw new Error(doors.error);
  return {
    ...ground,
    socket,
    doors: doors.value,
    news,
    close: async () => {
      await doors.value.close();
      await ground.close();
    },
  };
}

export interface Ground extends AgentsBench {
  readonly agents: BootServer;
  readonly clock: HandClock;
  readonly folder: string;
}

/** The real service on loopback, on a clock of the test. */
export async function openGround(
  change: Partial<BootServerOptions> = {},
  boot: BootService | null = null,
): Promise<Ground> {
  const folder = await makeTestFolder();
  const clock = new HandClock();
  await writeAgentFolder(join(folder, 'agent'));
  const disk = await openDisk(join(folder, 'state'));
  const agents = await openBootServer({
    facility: 'ams1',
    clock,
    disk,
    stateFolder: join(folder, 'state'),
    agentFolder: join(folder, 'agent'),
    imageCacheBytes: 2 ** 30,
    ...change,
  });
  const place = boot ?? (await bootService());
  return {
    agents,
    clock,
    folder,
    facility: 'ams1',
    boot: place,
    ask: async (question, signal) => {
      const { status, body } = await clock.during(agents.settled().then(() => call(place, question, signal)));
      return { status, text: body.toString('latin1') } satisfies Answer;
    },
    pass: (ms) => clock.pass(ms),
    close: async () => {
      await agents.close();
      await disk.close();
    },
  };
}

export interface Called {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
  /** It ended before it was whole. */
  readonly broken: boolean;
}

/** On a connection of its own, from the address that stands for where it comes from. */
export function call(
  { address, ports }: BootService,
  { from, secure, method, path, token, body }: Question & { readonly range?: string },
  signal?: AbortSignal,
  range?: string,
): Promise<Called> {
  const options = {
    host: address,
    port: secure ? ports.https : ports.http,
    localAddress: hosts[from],
    method,
    path,
    agent: false as const,
    rejectUnauthorized: false,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(range === undefined ? {} : { range }),
    },
    ...(signal === undefined ? {} : { signal }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = secure ? askSecurely(options) : ask(options);
    outgoing.on('error', reject);
    outgoing.once('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      const end = (broken: boolean) => () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks),
          broken,
        });
      incoming.once('end', end(false));
      incoming.once('error', end(true));
    });
    outgoing.end(body);
  });
}
