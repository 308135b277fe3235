export interface Place {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units as editors count them. */
  readonly column: number;
}

/** Turns offsets into lines and columns. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly #length: number;
  constructor(text: string) {
    this.#length = text.length;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) this.#starts.push(end + 1);
  }
  /** Beyond the end: the end. */
  placeOf(offsetAsked: number): Place {
    const offset = Math.min(offsetAsked, this.#length);
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}
