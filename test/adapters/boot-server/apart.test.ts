import { link, readFile, stat, writeFile } from 'node:fs/promises';
import { request as ask, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type DoorsNews, openDoors } from '../../../src/adapters/boot-server/open-doors.ts';
import {
  readAnswered,
  readAsked,
  readReport,
  readSent,
  readTold,
  toLine,
} from '../../../src/adapters/boot-server/wire.ts';
import type { WorkItem } from '../../../src/model/boot.ts';
import type { Claim } from '../../../src/ports/agents.ts';
import { makeTestFolder } from '../folder.ts';
import {
  bootService,
  type Called,
  call,
  digest,
  expected,
  type Ground,
  type HandClock,
  openApart,
  openGround,
} from './ground.ts';

const machine = 'ams1-r01-u01';
const item: WorkItem = {
  facility: 'ams1',
  machine,
  grant: digest('2'),
  epoch: 1,
  seconds: 600,
  identity: expected.identity,
  verb: 'Inspect',
};
const claimText = [
  'contract=1',
  'agent=0.1.0',
  'boot=6f1c0000-0000-4000-8000-000000000001',
  'uptime=90',
  'uuid=4c4c4544-0058-4b10-8032-b7c04f4d3933',
  'serial=7XK2M93',
  '',
].join('\n');

async function until(what: () => boolean): Promise<void> {
  for (let tries = 0; !what(); tries += 1) {
    if (tries > 1_000) throw new Error('it did not come to pass');
    await sleep(5);
  }
}

const expectOne = ({ agents, boot }: Ground): void => agents.expect(boot, new Map([[machine, expected]]));

const entry = { from: 'provisioning', secure: false, method: 'GET', path: '/boot/ipxe' } as const;
const asksEntry = ({ boot }: Ground): Promise<Called> => call(boot, entry);

/** The reconciler's side alone, with a socket that somebody else asks at. */
async function desk(): Promise<Ground & { readonly socket: string }> {
  const socket = join(await makeTestFolder(), 'boot.sock');
  const opened = await openGround({ socket });
  onTestFinished(() => opened.close());
  expectOne(opened);
  await until(() => opened.agents.unable?.startsWith('no `nanometal boot`') === true);
  return { ...opened, socket };
}

async function secondDoors({ folder, clock }: Ground, socket: string, news: DoorsNews[]) {
  const doors = await openDoors({
    clock,
    socket,
    agentFolder: join(folder, 'agent'),
    stateFolder: await makeTestFolder(),
    imageCacheBytes: 2 ** 30,
    told: (one) => news.push(one),
  });
  if (!doors.ok) throw new Error(doors.error);
  return doors.value;
}

const passes = (clock: HandClock, what: () => boolean): Promise<void> =>
  until(() => {
    void clock.pass(1_000);
    return what();
  });

describe('the boot service in a process of its own', () => {
  it('is missed until it is there, and again when it has gone', async () => {
    const { agents, clock, folder, socket, ...rest } = await desk();
    expect(agents.unable).toBe(`no \`nanometal boot\` is at ${socket}; start it with --socket ${socket}`);
    const news: DoorsNews[] = [];
    const doors = await secondDoors({ agents, clock, folder, ...rest }, socket, news);
    await until(() => agents.unable === null);
    expect(news).toMatchObject([
      { kind: 'reconciler', why: null },
      { kind: 'open', facility: 'ams1', place: { boot: { address: '127.0.0.1' } } },
    ]);
    await doors.close();
    await until(() => agents.unable !== null);
  });

  it('says why its ports cannot be opened, and when they are', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => taken.once('listening', done));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const boot = await bootService();
    const apart = await openApart({}, { ...boot, ports: { ...boot.ports, http: port } });
    onTestFinished(() => apart.close());
    expectOne(apart);
    await apart.agents.settled();
    expect(apart.agents.unable).toBe(`port ${port} of 127.0.0.1 is taken by another program`);
    expect(apart.news.at(-1)).toMatchObject({ kind: 'failed', facility: 'ams1' });
    await new Promise((done) => taken.close(done));
    await passes(apart.clock, () => apart.agents.unable === null);
    expect(apart.news.at(-1)).toMatchObject({ kind: 'open' });
  });

  it('puts callers off while the reconciler is away, keeps its ports, and goes on with the next one', async () => {
    const apart = await openApart();
    onTestFinished(() => apart.close());
    expectOne(apart);
    await apart.agents.settled();
    expect((await asksEntry(apart)).status).toBe(200);
    await apart.agents.close();
    await until(() => apart.news.at(-1)?.kind === 'reconciler');
    expect((await asksEntry(apart)).status).toBe(503);
    const next = await openGround({ socket: apart.socket }, apart.boot);
    onTestFinished(() => next.close());
    await passes(apart.clock, () => next.agents.unable === null && apart.news.at(-1)?.kind !== 'open');
    // It has not yet said where the ports are to be: they stay where they are.
    expect((await asksEntry(apart)).status).toBe(503);
    expectOne(next);
    await until(() => next.agents.unable === null);
    expect((await asksEntry(apart)).status).toBe(200);
  });

  it('is one at a time; another waits, and follows it', async () => {
    const apart = await openApart();
    onTestFinished(() => apart.close());
    expectOne(apart);
    await apart.agents.settled();
    const news: DoorsNews[] = [];
    const second = await secondDoors(apart, apart.socket, news);
    onTestFinished(() => second.close());
    await until(() => news.length > 0);
    expect(news).toEqual([{ kind: 'reconciler', why: 'another `nanometal boot` is with it' }]);
    await apart.doors.close();
    await passes(apart.clock, () => news.some(({ kind }) => kind === 'open'));
    expect((await asksEntry(apart)).status).toBe(200);
  });

  it('says nothing of its ports to a reconciler that another one is with', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => taken.once('listening', done));
    onTestFinished(() => void taken.close());
    const address = taken.address();
    const boot = await bootService();
    const http = typeof address === 'object' && address !== null ? address.port : 0;
    const first = await openApart({}, { ...boot, ports: { ...boot.ports, http } });
    onTestFinished(() => first.close());
    expectOne(first);
    await first.agents.settled();
    await first.agents.close();
    await until(() => first.news.at(-1)?.kind === 'reconciler');
    const next = await openGround({ socket: first.socket }, await bootService());
    onTestFinished(() => next.close());
    expectOne(next);
    const second = await secondDoors(next, first.socket, []);
    onTestFinished(() => second.close());
    await until(() => next.agents.unable === null);
    for (let seconds = 0; seconds < 12; seconds += 1) {
      await first.clock.pass(1_000);
      await sleep(10);
      expect(next.agents.unable).toBeNull();
    }
  });

  it('has the key of the agents, and neither the one that signs nor the one that tokens come from', async () => {
    const { socket, folder } = await desk();
    const secret = (await readFile(join(folder, 'state/boot-key'), 'utf8')).trim();
    const outgoing = ask({ socketPath: socket, path: '/place', agent: false });
    const response = await new Promise<IncomingMessage>((done) => outgoing.once('response', done).end());
    const [line] = await firstLine(response);
    outgoing.destroy();
    expect(readTold(line)?.place?.tls.key).toContain('PRIVATE KEY');
    expect(line).not.toContain(secret);
    expect(line).not.toContain('ed25519');
  });
});

const firstLine = async (response: IncomingMessage): Promise<readonly [string]> => {
  let text = '';
  for await (const chunk of response.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return [text];
};

/** A boot process of the test: it asks, and says what it likes of what came of it. */
function post(socket: string, path: string, body: string): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const outgoing = ask({ socketPath: socket, path, method: 'POST', agent: false });
    outgoing.once('error', fail);
    outgoing.once('response', done);
    outgoing.end(body);
  });
}

/** In the name of the machine. */
const asks = (socket: string, target: string, headers: Readonly<Record<string, string>> = {}) =>
  post(
    socket,
    '/answer',
    toLine({ peer: '127.0.0.1', secure: true, method: 'POST', target, headers, body: claimText }),
  );

describe('work that is handed out through it', () => {
  async function handed(): Promise<{
    ground: Ground & { socket: string };
    open: IncomingMessage;
    id: string;
    hand: ReturnType<Claim['hand']>;
  }> {
    const ground = await desk();
    const settings = await asks(ground.socket, '/agent/v1/hello');
    const [hello] = await firstLine(settings);
    const token = /token=([A-Za-z0-9_-]{43})/.exec(hello)?.[1];
    const claim = ground.agents.claim(machine, new AbortController().signal);
    const open = asks(ground.socket, '/agent/v1/claim', { authorization: `Bearer ${token}` });
    const hand = (await claim)?.hand(item);
    if (!hand) throw new Error('no agent was offered');
    const response = await open;
    const [line] = await firstLine(response);
    const answered = readAnswered(line);
    expect(answered?.body).toMatchObject({ kind: 'text', text: expect.stringContaining('then=work') });
    return { ground, open: response, id: answered?.id ?? '', hand };
  }

  it('is sent when it says so', async () => {
    const { ground, id, hand } = await handed();
    expect((await post(ground.socket, `/sent/${id}`, toLine({ whole: true }))).statusCode).toBe(204);
    expect(await hand).toEqual({ kind: 'accepted', status: 200 });
  });

  it('may have been sent when it says that the connection broke', async () => {
    const { ground, id, hand } = await handed();
    await post(ground.socket, `/sent/${id}`, toLine({ whole: false }));
    expect(await hand).toMatchObject({ kind: 'ambiguous' });
  });

  it('may have been sent when it dies before it has said anything', async () => {
    const { open, hand } = await handed();
    open.destroy();
    expect(await hand).toMatchObject({ kind: 'ambiguous' });
  });

  it('may have been sent when it hangs, and is not waited for for ever', async () => {
    const { ground, hand } = await handed();
    await ground.clock.pass(149_000);
    const early = await Promise.race([hand, sleep(20).then(() => 'waits')]);
    expect(early).toBe('waits');
    await ground.clock.pass(2_000);
    expect(await hand).toMatchObject({ kind: 'ambiguous' });
  });
});

describe('the socket', () => {
  it('is for the owner and their group', async () => {
    const { socket } = await desk();
    expect((await stat(socket)).mode & 0o777).toBe(0o660);
  });

  it('that a killed process left behind is taken, one that is answered is not, and a file is left alone', async () => {
    const folder = await makeTestFolder();
    const left = join(folder, 'left.sock');
    // What is left of a socket when its process was killed: the name, and nobody behind it.
    const child = createServer();
    await new Promise<void>((done) => child.listen(left, done));
    await link(left, join(folder, 'kept.sock'));
    await new Promise((done) => child.close(done));
    const taken = await openGround({ socket: join(folder, 'kept.sock') });
    onTestFinished(() => taken.close());
    expectOne(taken);
    await until(() => taken.agents.unable?.startsWith('no `nanometal boot`') === true);
    const second = await openGround({ socket: join(folder, 'kept.sock') });
    onTestFinished(() => second.close());
    await until(() => second.agents.unable?.includes('the socket of another process') === true);
    const file = join(folder, 'notes.txt');
    await writeFile(file, 'mine');
    const third = await openGround({ socket: file });
    onTestFinished(() => third.close());
    await until(() => third.agents.unable?.includes('is no socket') === true);
    expect((await stat(file)).size).toBe(4);
  });

  it.each([
    ['a folder that is not there', (folder: string) => join(folder, 'none/boot.sock'), /its folder is not there$/],
    ['a path that is too long', (folder: string) => join(folder, 'x'.repeat(120)), /has at most 107 bytes/],
  ])('%s is said', async (_, pathIn, words) => {
    const opened = await openGround({ socket: pathIn(await makeTestFolder()) });
    onTestFinished(() => opened.close());
    await until(() => words.test(opened.agents.unable ?? ''));
  });

  it.each([
    ['/answer', 'no JSON', 400],
    ['/answer', '{"peer":"127.0.0.1"}', 400],
    ['/answer', 'x'.repeat(1024 * 1024 + 1), 400],
    ['/doors', '[]', 400],
    [`/sent/${'0'.repeat(36)}`, '{}', 400],
    ['/elsewhere', '{}', 404],
  ])('%s: what cannot be read is refused, and the next is answered', async (path, body, status) => {
    const { socket } = await desk();
    expect((await post(socket, path, body)).statusCode).toBe(status);
    const good = { peer: '127.0.0.3', secure: false, method: 'GET', target: '/', headers: {}, body: '' };
    const [line] = await firstLine(await post(socket, '/answer', toLine(good)));
    expect(readAnswered(line)).toMatchObject({ status: 403 });
  });
});

describe('what goes over it', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.boolean(),
        fc.dictionary(fc.stringMatching(/^[a-z-]{1,20}$/), fc.string()),
        (text, secure, headers) => {
          const asked = { peer: '10.0.0.1', secure, method: 'POST', target: '/x', headers: { ...headers }, body: text };
          expect(toLine(asked).indexOf('\n')).toBe(toLine(asked).length - 1);
          // Lone surrogates never come: a body was read as UTF-8.
          expect(readAsked(toLine(asked))).toEqual(asked);
          const answered = { status: 200, headers: { ...headers }, body: { kind: 'text', text } as const, id: 'x' };
          expect(readAnswered(toLine(answered))).toEqual(answered);
        },
      ),
    );
  });

  it('never throws at what is nothing of ours', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        for (const read of [readTold, readReport, readAsked, readAnswered, readSent]) read(line);
      }),
    );
  });
});
