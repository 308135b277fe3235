import type { Clock } from '../../../src/ports/clock.ts';

interface Timer {
  readonly at: number;
  readonly end: () => void;
}

/** Time that passes only when a test says so. Whoever sleeps is woken in the order of time, and nobody waits for real. */
export class VirtualClock implements Clock {
  #ticks = 1_000_000;
  #wallAhead: number;
  readonly #timers = new Set<Timer>();

  constructor(wall: number) {
    this.#wallAhead = wall - this.#ticks;
  }

  now(): number {
    return this.#ticks + this.#wallAhead;
  }

  monotonic(): number {
    return this.#ticks;
  }

  /** Somebody sets the clock of the host: deadlines must not care. */
  jumpWall(ms: number): void {
    this.#wallAhead += ms;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms <= 0 || signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        this.#timers.delete(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = { at: this.#ticks + ms, end };
      this.#timers.add(timer);
      signal?.addEventListener('abort', end, { once: true });
    });
  }

  /** Lets everything run that needs no time. */
  async turn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Passes `ms`, waking whoever is due on the way. */
  async advance(ms: number): Promise<void> {
    const end = this.#ticks + ms;
    for (;;) {
      await this.turn();
      if (!this.#wakeNext(end)) break;
    }
    this.#ticks = end;
  }

  /** Passes as much time as it takes; an error where nobody would ever end it, or not within `limitMs`. */
  async until<T>(promise: Promise<T>, limitMs = 7 * 24 * 3600_000): Promise<T> {
    const ended = { now: false };
    const mark = (): void => {
      ended.now = true;
    };
    promise.then(mark, mark);
    const deadline = this.#ticks + limitMs;
    for (;;) {
      await this.turn();
      if (ended.now) return promise;
      if (!this.#wakeNext(deadline)) throw new Error('nothing is left that could end it in time');
    }
  }

  #wakeNext(end: number): boolean {
    let at = Number.POSITIVE_INFINITY;
    for (const timer of this.#timers) at = Math.min(at, timer.at);
    if (at > end) return false;
    this.#ticks = Math.max(this.#ticks, at);
    for (const timer of [...this.#timers]) if (timer.at <= this.#ticks) timer.end();
    return true;
  }
}
