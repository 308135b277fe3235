import type { Claim } from '../ports/agents.ts';

/** Who waits with work for the agent of one machine. They outlive attempts, and wait also while nobody is expected. */
export class Claimants {
  readonly #waiting: ((claim: Claim | null) => void)[] = [];

  get size(): number {
    return this.#waiting.length;
  }

  /** `null` once it is called off. */
  wait(signal: AbortSignal): Promise<Claim | null> {
    if (signal.aborted) return Promise.resolve(null);
    return new Promise((resolve) => {
      const settle = (claim: Claim | null): void => {
        signal.removeEventListener('abort', leave);
        resolve(claim);
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(settle), 1);
        settle(null);
      };
      signal.addEventListener('abort', leave);
      this.#waiting.push(settle);
    });
  }

  /** To who came first. */
  give(claim: Claim): void {
    this.#waiting.shift()?.(claim);
  }
}
