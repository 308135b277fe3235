import { StringDecoder } from 'node:string_decoder';

/** One stream of a script, up to a limit. What is no UTF-8 becomes U+FFFD. */
export class Output {
  readonly #max: number;
  readonly #decoder = new StringDecoder('utf8');
  #text = '';
  #bytes = 0;

  constructor(max: number) {
    this.#max = max;
  }

  /** False: there is more than the limit, and no more is kept. */
  take(chunk: Buffer): boolean {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#max) return false;
    this.#text += this.#decoder.write(chunk);
    return true;
  }

  end(): string {
    return this.#text + this.#decoder.end();
  }
}
