import { turn } from '../adapters/turn.ts';
import type { Instant, Ticks } from '../model/names.ts';
import type { Clock } from '../ports/clock.ts';

/** What is run goes round in circles. */
export class RunawayError extends Error {}

interface Due {
  readonly at: Ticks;
  /** Of two at one time, the one that was planned first. */
  readonly order: number;
  act: (() => void) | null;
}

/**
 * Time that passes only because nothing is left to do before its next moment. Everything that takes time is planned
 * here, so that the same plan gives the same run; after each event all promises run dry before the next one. It tells the
 * true time: the clock of a host may be wrong (`createClock`).
 */
export class Kernel {
  #ticks: Ticks = 1_000_000;
  readonly #began: Instant;
  #planned = 0;
  /** A binary heap: the soonest is first. */
  readonly #heap: Due[] = [];

  readonly #eventsMax: number;

  /** `wall`: what time it is when it begins. `eventsMax`: a run of more events than that goes round in circles. */
  constructor(wall: Instant, eventsMax = Number.POSITIVE_INFINITY) {
    this.#began = wall - this.#ticks;
    this.#eventsMax = eventsMax;
  }

  /** Milliseconds that never go back. */
  get ticks(): Ticks {
    return this.#ticks;
  }

  get wall(): Instant {
    return this.#began + this.#ticks;
  }

  /** Events so far: what the run cost. */
  get planned(): number {
    return this.#planned;
  }

  /** Acts `ms` from now; the answer calls it off. */
  after(ms: number, act: () => void): () => void {
    const due: Due = { at: this.#ticks + Math.max(0, ms), order: this.#planned, act };
    this.#planned += 1;
    this.#push(due);
    return () => {
      due.act = null;
    };
  }

  /** Passes `ms`, and lets happen what is due on the way. */
  async advance(ms: number): Promise<void> {
    const end = this.#ticks + ms;
    await turn();
    while (this.#next(end)) await turn();
    this.#ticks = end;
  }

  /** Passes as much time as it takes; an error where nothing would ever end it, or not within `limitMs`. */
  async until<T>(promise: Promise<T>, limitMs = 7 * 24 * 3600_000): Promise<T> {
    const ended = { now: false };
    const mark = (): void => {
      ended.now = true;
    };
    promise.then(mark, mark);
    const limit = this.#ticks + limitMs;
    for (;;) {
      await turn();
      if (ended.now) return promise;
      if (!this.#next(limit)) throw new Error('nothing is left that could end it in time');
    }
  }

  /** Passes time until it is so, asking after each event; false when it is not within `limitMs`. */
  async untilTrue(isSo: () => boolean, limitMs: number): Promise<boolean> {
    const limit = this.#ticks + limitMs;
    await turn();
    while (!isSo()) {
      if (!this.#next(limit)) {
        this.#ticks = limit;
        return isSo();
      }
      await turn();
    }
    return true;
  }

  /** The next event, if there is one by `end`. */
  #next(end: Ticks): boolean {
    for (;;) {
      const due = this.#heap[0];
      if (due === undefined || due.at > end) return false;
      this.#pop();
      if (due.act === null) continue;
      this.#ticks = due.at;
      if (this.#planned > this.#eventsMax) throw new RunawayError(`more than ${this.#eventsMax} events`);
      due.act();
      return true;
    }
  }

  #push(due: Due): void {
    const heap = this.#heap;
    let index = heap.push(due) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(due, parent)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = due;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = heap[2 * index + 1];
      const right = heap[2 * index + 2];
      const child = right !== undefined && left !== undefined && isBefore(right, left) ? right : left;
      if (child === undefined || !isBefore(child, last)) break;
      heap[index] = child;
      index = 2 * index + (child === right ? 2 : 1);
    }
    heap[index] = last;
  }
}

const isBefore = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** The clock of one host: what it shows may be wrong, what it counts is not. */
export interface HostClock extends Clock {
  /** Somebody sets it, or a bad time server does. */
  jump(ms: number): void;
}

export function createClock(kernel: Kernel): HostClock {
  let wrongBy = 0;
  return {
    now: () => kernel.wall + wrongBy,
    monotonic: () => kernel.ticks,
    sleep(ms, signal) {
      if (!(ms > 0) || signal?.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const end = (): void => {
          callOff();
          signal?.removeEventListener('abort', end);
          resolve();
        };
        const callOff = kernel.after(ms, end);
        signal?.addEventListener('abort', end, { once: true });
      });
    },
    jump(ms) {
      wrongBy += ms;
    },
  };
}
