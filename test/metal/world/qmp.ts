import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** One connection to a QEMU by its machine protocol: JSON, one object a line. */
export class Qmp {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, (answer: string) => void>();
  #count = 0;

  /** The socket must be there already. */
  constructor(path: string) {
    this.#socket = connect(path);
    // It is reset when the machine ends.
    this.#socket.on('error', () => undefined);
    createInterface({ input: this.#socket }).on('line', (line) => {
      const id = /"id": (\d+)/.exec(line)?.[1];
      if (id === undefined) return;
      this.#waiting.get(Number(id))?.(line);
      this.#waiting.delete(Number(id));
    });
    this.#socket.write('{"execute":"qmp_capabilities"}\n');
  }

  /** The answer as it came. */
  ask(execute: string, args: Readonly<Record<string, unknown>> = {}): Promise<string> {
    this.#count += 1;
    const id = this.#count;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#socket.write(`${JSON.stringify({ execute, arguments: args, id })}\n`);
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}
