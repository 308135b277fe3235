import { existsSync, readFileSync } from 'node:fs';
import { eventually } from '../../system/world/wait.ts';

/** What a machine has said on its serial line, of which a test reads one part after the other. */
export class ConsoleLog {
  readonly #path: string;
  #read = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Waits for a line behind the last one that was awaited; gives the groups of the expression. */
  async until(fits: RegExp, patienceMs: number): Promise<readonly string[]> {
    try {
      return await eventually(`${fits}`, () => this.#find(fits), patienceMs);
    } catch (error) {
      throw new Error(
        `${error instanceof Error ? error.message : ''}; the console says:\n${this.rest().slice(-3_000)}`,
      );
    }
  }

  /** Everything, also of earlier starts. */
  all(): string {
    return existsSync(this.#path) ? readFileSync(this.#path, 'latin1') : '';
  }

  /** Everything behind the last line that was awaited. */
  rest(): string {
    return this.all().slice(this.#read);
  }

  #find(fits: RegExp): readonly string[] | null {
    const text = this.rest();
    const found = fits.exec(text);
    if (found === null) return null;
    this.#read += found.index + found[0].length;
    return found.slice(1);
  }
}
