import type { Duplex } from 'node:stream';
import { fail, ok, type Result } from '../../model/result.ts';
import { isObject, type JsonObject, parseBody } from '../../twin/json.ts';

/** More than any answer to what we ask. */
const lineLengthMax = 65_536;
const patienceMs = 30_000;

export interface QmpEvent {
  readonly name: string;
  readonly data: JsonObject;
}

/**
 * A conversation with QEMU's monitor (QEMU Machine Protocol): JSON lines, answers by id, events in between. It ends with
 * the stream; whoever waits for an answer then is told so.
 */
export class Qmp {
  readonly #stream: Duplex;
  readonly #onEvent: (event: QmpEvent) => void;
  readonly #waiting = new Map<number, (answer: Result<JsonObject, string>) => void>();
  #greet: (answer: Result<null, string>) => void = () => {};
  readonly #greeted: Promise<Result<null, string>>;
  #text = '';
  #asked = 0;
  #over = false;

  constructor(stream: Duplex, onEvent: (event: QmpEvent) => void) {
    this.#stream = stream;
    this.#onEvent = onEvent;
    this.#greeted = new Promise((resolve) => {
      this.#greet = resolve;
    });
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => this.#read(text));
    stream.on('error', () => this.#end());
    stream.once('close', () => this.#end());
  }

  /** Waits for its greeting and leaves the negotiation mode, in which it takes nothing else. */
  async begin(): Promise<Result<JsonObject, string>> {
    const greeted = await within(this.#greeted);
    return greeted.ok ? this.execute('qmp_capabilities') : greeted;
  }

  /** What it answered in `return`, `{}` where that is no object; the error is QEMU's, for people. */
  execute(command: string, args: JsonObject = {}): Promise<Result<JsonObject, string>> {
    if (this.#over) return Promise.resolve(fail('QEMU has ended'));
    this.#asked += 1;
    const id = this.#asked;
    const answer = new Promise<Result<JsonObject, string>>((resolve) => this.#waiting.set(id, resolve));
    this.#stream.write(`${JSON.stringify({ execute: command, arguments: args, id })}\n`);
    return within(answer);
  }

  #read(text: string): void {
    const lines = (this.#text + text).split('\n');
    this.#text = lines.pop() ?? '';
    for (const line of lines) this.#take(line);
    if (this.#text.length > lineLengthMax) this.#stream.destroy();
  }

  #take(line: string): void {
    const message = parseBody(line);
    if (message === null) return;
    if ('QMP' in message) this.#greet(ok(null));
    const { event, data, id, error } = message;
    if (typeof event === 'string') this.#onEvent({ name: event, data: isObject(data) ? data : {} });
    if (typeof id !== 'number') return;
    const settle = this.#waiting.get(id);
    this.#waiting.delete(id);
    const result = message.return;
    if (isObject(error)) settle?.(fail(typeof error.desc === 'string' ? error.desc : 'refused'));
    else settle?.(ok(isObject(result) ? result : {}));
  }

  #end(): void {
    this.#over = true;
    this.#greet(fail('QEMU ended before it said anything'));
    for (const settle of this.#waiting.values()) settle(fail('QEMU has ended'));
    this.#waiting.clear();
  }
}

function within<T>(answer: Promise<Result<T, string>>): Promise<Result<T, string>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(fail(`QEMU did not answer for ${patienceMs} ms`)), patienceMs);
    void answer.then((settled) => {
      clearTimeout(timer);
      resolve(settled);
    });
  });
}
