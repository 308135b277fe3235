import type { Digest, MachineName } from '../model/names.ts';
import type { Home } from '../ports/agents.ts';
import type { Clock } from '../ports/clock.ts';
import { type BootAnswer, refusal, textAnswer } from './message.ts';

/** How long a call is kept open for somebody to remember it; cloud-init calls again after a 5xx. */
const holdMs = 20_000;
const waitingMax = 16;
const heardMax = 4_096;

/** Whose call it would be. */
export interface Caller {
  readonly machine: MachineName;
  readonly grant: Digest;
  /** For people, where the call itself says nothing. */
  readonly evidence?: string;
}

interface Call extends Caller {
  readonly evidence: string;
  /** Who waits for an answer, over all the times that it called. */
  readonly waiting: Set<(heard: boolean) => void>;
}

/** Installed systems that call home, and ISOs that are read. A call is answered 200 only once it is remembered. */
export class Homes {
  readonly #clock: Clock;
  #expected: ReadonlyMap<string, Caller> = new Map();
  /** By the digits in the URL, in the order in which they called; gone once heard. */
  readonly #calls = new Map<string, Call>();
  /** Calls that nobody was told of since they came last. */
  readonly #untold = new Set<string>();
  /** Remembered; who did not get the answer calls again. */
  readonly #heard = new Set<string>();
  readonly #listeners: ((home: Home | null) => void)[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** By the digits in the URL: from now on these, and no others. */
  expect(expected: ReadonlyMap<string, Caller>): void {
    this.#expected = expected;
    for (const [digits, call] of this.#calls) {
      if (expected.has(digits)) continue;
      this.#forget(digits);
      for (const answer of [...call.waiting]) answer(false);
    }
  }

  call(digits: string, instance: string, gone: AbortSignal): Promise<BootAnswer> {
    if (this.#heard.has(digits)) return Promise.resolve(heardAnswer);
    const caller = this.#expected.get(digits);
    if (caller === undefined) return Promise.resolve(refusal(403, 'nobody is expected to call here'));
    const said = instance === '' ? caller.machine : `${caller.machine}, instance ${instance}`;
    const evidence = caller.evidence ?? said;
    const call = this.#calls.get(digits) ?? { ...caller, evidence, waiting: new Set() };
    if (call.waiting.size >= waitingMax) return Promise.resolve(again);
    this.#calls.set(digits, call);
    this.#untold.add(digits);
    return new Promise((resolve) => {
      const done = new AbortController();
      const answer = (heard: boolean): void => {
        call.waiting.delete(answer);
        gone.removeEventListener('abort', leave);
        done.abort();
        resolve(heard ? heardAnswer : again);
      };
      const leave = (): void => answer(false);
      call.waiting.add(answer);
      gone.addEventListener('abort', leave);
      void this.#clock.sleep(holdMs, done.signal).then(leave);
      this.#tell();
    });
  }

  next(signal: AbortSignal): Promise<Home | null> {
    if (signal.aborted) return Promise.resolve(null);
    return new Promise((resolve) => {
      const settle = (home: Home | null): void => {
        signal.removeEventListener('abort', leave);
        resolve(home);
      };
      const leave = (): void => {
        const at = this.#listeners.indexOf(settle);
        if (at >= 0) this.#listeners.splice(at, 1);
        settle(null);
      };
      signal.addEventListener('abort', leave);
      this.#listeners.push(settle);
      this.#tell();
    });
  }

  #tell(): void {
    for (const digits of this.#untold) {
      const call = this.#calls.get(digits);
      const listener = call === undefined ? undefined : this.#listeners.shift();
      if (call === undefined || listener === undefined) return;
      this.#untold.delete(digits);
      const { machine, grant, evidence } = call;
      listener({ machine, grant, evidence, heard: () => this.#remember(digits, call) });
    }
  }

  #remember(digits: string, { waiting }: Call): void {
    this.#forget(digits);
    this.#heard.add(digits);
    const [oldest] = this.#heard;
    if (this.#heard.size > heardMax && oldest !== undefined) this.#heard.delete(oldest);
    for (const answer of [...waiting]) answer(true);
  }

  #forget(digits: string): void {
    this.#calls.delete(digits);
    this.#untold.delete(digits);
  }
}

const heardAnswer = textAnswer(200, 'heard\n');
const again = refusal(503, 'not remembered yet: call again');
