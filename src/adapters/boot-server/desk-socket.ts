import { randomUUID } from 'node:crypto';
import { chmod, lstat, rm, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { dirname, resolve } from 'node:path';
import type { BootAnswer, BootRequest } from '../../boot/message.ts';
import type { FacilityName } from '../../model/names.ts';
import type { Clock } from '../../ports/clock.ts';
import { codeOf, isMissing } from '../error-code.ts';
import type { Front, Place } from './front.ts';
import { type Report, readAsked, readReport, readSent, toLine } from './wire.ts';

export interface DeskSocketOptions {
  readonly path: string;
  readonly clock: Clock;
  readonly facility: FacilityName;
  readonly answer: (request: BootRequest) => Promise<BootAnswer>;
}

/** `sun_path` of Linux, without the zero at its end (unix(7)). */
const pathBytesMax = 107;
/** A body of 64 KiB in JSON, whatever is in it, and its headers. */
const bytesMax = 1024 * 1024;
/** Longer than a connection to a machine may be silent: after that nothing of it goes out any more. */
const sentMs = 150_000;
/** Firmware takes an ISO at its own pace. */
const imageSentMs = 60 * 60_000;
/** Between two tries to listen. */
const againMs = 10_000;

/** The desk for a `nanometal boot` of this host: that one has the ports, asks here what to say, and says what came of it. */
export class DeskSocket implements Front {
  readonly #options: DeskSocketOptions;
  readonly #path: string;
  readonly #server: Server;
  readonly #over = new AbortController();
  /** Why nobody can ask us. */
  #closed: string | null = 'the socket of the boot service is not open yet';
  /** undefined: no pass has told us yet, and whoever has the ports leaves them where they are. */
  #place: Place | null | undefined;
  #turn = 0;
  /** The process that has the ports, and what it said last. */
  #doors: { readonly to: ServerResponse; report: Report | null } | null = null;
  /** Answers of which we wait to hear whether they went out. */
  readonly #awaited = new Map<string, (whole: boolean) => void>();
  readonly #opened: Promise<void>;
  #settle: () => void = () => {};
  #moved: Promise<void> = Promise.resolve();

  constructor(options: DeskSocketOptions) {
    this.#options = options;
    this.#path = resolve(options.path);
    this.#server = createServer((request, response) => void this.#respond(request, response));
    // A question of an agent is kept open for longer than any limit that there is for a body.
    this.#server.requestTimeout = 0;
    this.#server.on('clientError', (_error, socket) => socket.destroy());
    this.#opened = this.#open();
  }

  get failure(): string | null {
    if (this.#closed !== null) return this.#closed;
    if (!this.#place) return null;
    if (this.#doors === null) return `no \`nanometal boot\` is at ${this.#path}; start it with --socket ${this.#path}`;
    const { report } = this.#doors;
    return report === null ? '`nanometal boot` has not said yet that its ports are open' : report.failure;
  }

  get moved(): Promise<void> {
    return this.#moved;
  }

  move(place: Place | null): void {
    if (this.#place !== undefined && JSON.stringify(place) === JSON.stringify(this.#place)) return;
    this.#place = place;
    this.#turn += 1;
    this.#settle();
    this.#moved = new Promise((settle) => {
      this.#settle = settle;
    });
    this.#tell();
  }

  async close(): Promise<void> {
    this.#over.abort();
    await this.#opened;
    await new Promise<void>((done) => {
      if (!this.#server.listening) return done();
      this.#server.close(() => done());
      this.#server.closeAllConnections();
    });
  }

  #tell(): void {
    if (this.#place === undefined) return;
    const { facility } = this.#options;
    this.#doors?.to.write(toLine({ facility, turn: this.#turn, place: this.#place }));
  }

  async #open(): Promise<void> {
    this.#closed = await openAt(this.#server, this.#path);
    while (this.#closed !== null && !this.#over.signal.aborted) {
      await this.#options.clock.sleep(againMs, this.#over.signal);
      if (!this.#over.signal.aborted) this.#closed = await openAt(this.#server, this.#path);
    }
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url = '' } = request;
    if (method === 'GET' && url === '/place') return this.#admit(response);
    const body = method === 'POST' ? await readBody(request) : undefined;
    if (body === null) return;
    const id = /^\/sent\/([0-9a-f-]{36})$/.exec(url)?.[1];
    if (body === undefined) end(response, 400);
    else if (url === '/answer') await this.#answer(body, response);
    else if (url === '/doors') this.#hear(body, response);
    else if (id !== undefined) this.#heard(id, body, response);
    else end(response, 404);
  }

  /** One at a time: two that had the ports by turns would each be told of half of the callers. */
  #admit(to: ServerResponse): void {
    if (this.#doors !== null) {
      end(to, 409);
      return;
    }
    const doors = { to, report: null };
    this.#doors = doors;
    to.once('close', () => {
      if (this.#doors === doors) this.#doors = null;
    });
    to.writeHead(200, { 'content-type': 'application/x-ndjson' }).flushHeaders();
    this.#tell();
  }

  #hear(body: string, response: ServerResponse): void {
    const report = readReport(body);
    if (report && this.#doors) this.#doors.report = report;
    if (report?.turn === this.#turn) this.#settle();
    end(response, report === null ? 400 : 204);
  }

  async #answer(body: string, response: ServerResponse): Promise<void> {
    const asked = readAsked(body);
    if (asked === null) return end(response, 400);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const { sent, ...answer } = await this.#options.answer({ ...asked, gone: gone.signal });
    // Whoever asked has left: nobody will say what came of it.
    if (response.destroyed) return sent?.(false);
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    if (sent === undefined) {
      response.end(toLine(answer));
      return;
    }
    const id = randomUUID();
    response.write(toLine({ ...answer, id }));
    sent(await this.#hearOf(id, response, answer.body.kind === 'image' ? imageSentMs : sentMs));
    response.end();
  }

  /** False also where it is never told: the process has ended, or hangs. */
  #hearOf(id: string, response: ServerResponse, withinMs: number): Promise<boolean> {
    return new Promise((told) => {
      const over = new AbortController();
      const tell = (whole: boolean): void => {
        this.#awaited.delete(id);
        over.abort();
        told(whole);
      };
      this.#awaited.set(id, tell);
      response.once('close', () => tell(false));
      void this.#options.clock.sleep(withinMs, over.signal).then(() => tell(false));
    });
  }

  #heard(id: string, body: string, response: ServerResponse): void {
    const sent = readSent(body);
    if (sent) this.#awaited.get(id)?.(sent.whole);
    end(response, sent === null ? 400 : 204);
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0 }).end();
}

/** Null: whoever asks has left. Undefined: it is longer than anything that there is to say. */
async function readBody(request: IncomingMessage): Promise<string | undefined | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      bytes += chunk.length;
      if (bytes > bytesMax) return undefined;
      chunks.push(Buffer.from(chunk));
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** For its owner and their group. The answer says why it cannot be; null: it is open. */
async function openAt(server: Server, path: string): Promise<string | null> {
  if (Buffer.byteLength(path) > pathBytesMax) {
    return `the path of a socket has at most ${pathBytesMax} bytes: ${path}; name a shorter one with --boot-socket`;
  }
  const first = await listenAt(server, path);
  if (first !== 'EADDRINUSE') return first === null ? opened(path) : await whyNot(path, first);
  if (!(await isSocket(path))) return `${path} is there and is no socket; name another with --boot-socket`;
  // What a process left behind that was killed answers nobody.
  if (await isAnswered(path)) return `${path} is the socket of another process; name another with --boot-socket`;
  await rm(path, { force: true });
  const second = await listenAt(server, path);
  return second === null ? opened(path) : await whyNot(path, second);
}

async function opened(path: string): Promise<null> {
  await chmod(path, 0o660);
  return null;
}

async function whyNot(path: string, code: string): Promise<string> {
  // Node says the same of a folder that is not there.
  const folder = code === 'EACCES' && (await stat(dirname(path)).catch(() => null));
  if (folder === null) return `${path} cannot be made: its folder is not there`;
  if (code === 'EACCES') return `${path} cannot be made: this user may not write into its folder`;
  return `${path} cannot be made (${code})`;
}

const listenAt = (server: Server, path: string): Promise<string | null> =>
  new Promise((done) => {
    const failed = (error: Error): void => done(codeOf(error) ?? error.message);
    server.once('error', failed);
    server.listen(path, () => {
      server.off('error', failed);
      done(null);
    });
  });

async function isSocket(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSocket();
  } catch (error) {
    if (isMissing(error)) return true;
    throw error;
  }
}

const isAnswered = (path: string): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
