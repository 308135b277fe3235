/** At most `max` at a time; the rest wait in the order in which they came. */
export class Gate {
  readonly #max: number;
  #inside = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(max: number) {
    this.#max = max;
  }

  /** Calls `entered` now or later; the function returned leaves the gate, or the queue before it. */
  enter(entered: () => void): () => void {
    let state: 'waiting' | 'inside' | 'gone' = 'waiting';
    const go = (): void => {
      state = 'inside';
      this.#inside++;
      entered();
    };
    if (this.#inside < this.#max) go();
    else this.#waiting.push(go);
    return () => {
      if (state === 'waiting') this.#waiting.splice(this.#waiting.indexOf(go), 1);
      else if (state === 'inside') this.#leave();
      state = 'gone';
    };
  }

  #leave(): void {
    this.#inside--;
    this.#waiting.shift()?.();
  }
}
