export type BatchAnswer = { readonly kind: string; readonly content: Buffer } | 'missing' | 'too-large';

/**
 * Takes `git cat-file --batch` apart: `<id> <kind> <size>`, the content and a line break; or `<id> missing`. Content
 * over the limit is let go as it comes and never gathered.
 */
export class BatchAnswers {
  #chunks: Buffer[] = [];
  #size = 0;
  #ended = false;
  #wake: (() => void) | undefined;

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async next(bytesMax: number): Promise<BatchAnswer | 'ended'> {
    const line = await this.#takeLine();
    if (line === null) return 'ended';
    const [, kind = '', digits] = line.split(' ');
    if (digits === undefined) return 'missing';
    const size = Number(digits);
    if (size > bytesMax) return (await this.#skip(size + 1)) ? 'too-large' : 'ended';
    const bytes = await this.#take(size + 1);
    return bytes === null ? 'ended' : { kind, content: bytes.subarray(0, size) };
  }

  async #takeLine(): Promise<string | null> {
    for (;;) {
      const joined = this.#join();
      const end = joined.indexOf(0x0a);
      if (end >= 0) {
        this.#keep(joined.subarray(end + 1));
        return joined.toString('latin1', 0, end);
      }
      if (!(await this.#more())) return null;
    }
  }

  async #take(size: number): Promise<Buffer | null> {
    while (this.#size < size) if (!(await this.#more())) return null;
    const joined = this.#join();
    this.#keep(joined.subarray(size));
    // Copied, so that one small object does not keep a whole read of the pipe in memory.
    return Buffer.from(joined.subarray(0, size));
  }

  async #skip(size: number): Promise<boolean> {
    let left = size;
    for (;;) {
      const joined = this.#join();
      const now = Math.min(left, joined.length);
      left -= now;
      this.#keep(joined.subarray(now));
      if (left === 0) return true;
      if (!(await this.#more())) return false;
    }
  }

  #join(): Buffer {
    const [only] = this.#chunks;
    if (this.#chunks.length === 1 && only) return only;
    const joined = Buffer.concat(this.#chunks);
    this.#keep(joined);
    return joined;
  }

  #keep(rest: Buffer): void {
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#size = rest.length;
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    await new Promise<void>((done) => {
      this.#wake = done;
    });
    this.#wake = undefined;
    // What came together with the end is still to be read.
    return true;
  }
}
