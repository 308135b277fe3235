import { setMaxListeners } from 'node:events';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { type BootAnswer, type BootRequest, refusal } from '../../boot/message.ts';
import type { Clock } from '../../ports/clock.ts';
import { codeOf } from '../error-code.ts';
import { type Answered, type Report, readAnswered, readTold, type Told, toLine } from './wire.ts';

export interface FarDeskOptions {
  readonly path: string;
  readonly clock: Clock;
  /** Where the ports are to be, at each change. */
  readonly told: (told: Told) => void;
  /** Why the reconciler is not there, when that begins; null: it is, from now on. */
  readonly reached: (why: string | null) => void;
}

/** Between two tries to reach the reconciler. */
const againMs = 1_000;
/** A seed may hold much user-data. */
const lineBytesMax = 8 * 1024 * 1024;

/**
 * A desk that is in another process, the reconciler (`DeskSocket`). While that one is not there nobody is told anything:
 * firmware goes on to what it finds by itself, and agents ask again.
 */
export class FarDesk {
  readonly #options: FarDeskOptions;
  readonly #over = new AbortController();
  #why: string | null | undefined;
  readonly #ended: Promise<void>;

  constructor(options: FarDeskOptions) {
    this.#options = options;
    // As many as there are answers on their way; each leaves when it has ended.
    setMaxListeners(0, this.#over.signal);
    this.#ended = this.#stay();
  }

  async answer({ gone, ...asked }: BootRequest): Promise<BootAnswer> {
    const leaving = new AbortController();
    const leave = (): void => leaving.abort();
    if (gone.aborted) leave();
    gone.addEventListener('abort', leave);
    const response = await this.#ask('POST', '/answer', leaving.signal, toLine(asked));
    const answered = typeof response === 'string' ? null : await readAnswer(response);
    // From here on only `sent` says what became of the caller.
    gone.removeEventListener('abort', leave);
    if (answered === null) return refusal(503, 'the reconciler is not there; ask again');
    const { id, ...answer } = answered;
    return id === undefined
      ? answer
      : { ...answer, sent: (whole) => void this.#tell(`/sent/${id}`, toLine({ whole })) };
  }

  report(report: Report): void {
    void this.#tell('/doors', toLine(report));
  }

  async close(): Promise<void> {
    this.#over.abort();
    await this.#ended;
  }

  /** Stays with the reconciler, and with the next one where it is restarted. */
  async #stay(): Promise<void> {
    while (!this.#over.signal.aborted) {
      const response = await this.#ask('GET', '/place', this.#over.signal);
      const why = typeof response === 'string' ? response : await this.#listen(response);
      if (this.#over.signal.aborted) return;
      this.#say(why);
      await this.#options.clock.sleep(againMs, this.#over.signal);
    }
  }

  /** Until it ends, or has nothing to say to us; the answer says why. */
  async #listen(response: IncomingMessage): Promise<string> {
    if (response.statusCode !== 200) {
      response.destroy();
      return response.statusCode === 409 ? 'another `nanometal boot` is with it' : 'it does not speak with us';
    }
    this.#say(null);
    for await (const line of linesOf(response)) {
      const told = readTold(line);
      if (told) this.#options.told(told);
    }
    return 'it has ended';
  }

  #say(why: string | null): void {
    if (why === this.#why) return;
    this.#why = why;
    this.#options.reached(why);
  }

  async #tell(path: string, body: string): Promise<void> {
    const response = await this.#ask('POST', path, this.#over.signal, body);
    if (typeof response !== 'string') response.resume();
  }

  /** On a connection of its own, so that none is taken that is about to end. The text says why there is no answer. */
  #ask(method: 'GET' | 'POST', path: string, signal: AbortSignal, body?: string): Promise<IncomingMessage | string> {
    const { path: socketPath } = this.#options;
    const options: RequestOptions = { socketPath, path, method, agent: false, signal };
    return new Promise((done) => {
      const outgoing = request(options);
      outgoing.once('error', (error) => done(whyNot(socketPath, codeOf(error))));
      // What breaks later, breaks what is read.
      outgoing.once('response', (response) => {
        outgoing.on('error', () => {});
        done(response);
      });
      outgoing.end(body);
    });
  }
}

async function readAnswer(response: IncomingMessage): Promise<Answered | null> {
  if (response.statusCode === 200) {
    for await (const line of linesOf(response)) {
      // It ends by itself, after what came of the answer was told.
      response.resume();
      return readAnswered(line);
    }
  }
  response.destroy();
  return null;
}

function whyNot(path: string, code: string | undefined): string {
  if (code === 'ENOENT') return `there is no ${path}; is it started with --boot-socket ${path}?`;
  if (code === 'ECONNREFUSED') return `nobody answers at ${path}`;
  if (code === 'EACCES') return `this user may not open ${path}`;
  return `${path} cannot be opened (${code ?? 'failed'})`;
}

/** Ends, without an error, where the other side does; the rest of a line is no line. */
async function* linesOf(response: IncomingMessage): AsyncIterable<string> {
  let rest: Buffer = Buffer.alloc(0);
  try {
    // Left before its end, what comes after a line is still to be read by whoever goes on with it.
    for await (const chunk of response.iterator({ destroyOnReturn: false })) {
      rest = Buffer.concat([rest, Buffer.from(chunk)]);
      for (let at = rest.indexOf('\n'); at >= 0; at = rest.indexOf('\n')) {
        yield rest.subarray(0, at).toString('utf8');
        rest = rest.subarray(at + 1);
      }
      if (rest.length > lineBytesMax) return;
    }
  } catch {
    return;
  }
}
