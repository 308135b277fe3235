import { join } from 'node:path';
import { fail, ok, type Result } from '../../model/result.ts';
import type { Clock } from '../../ports/clock.ts';
import { createStreams } from '../http/stream.ts';
import type { TlsIdentity } from '../tls/self-signed.ts';
import type { AgentFolder } from './agent-folder.ts';
import type { Front, Place } from './front.ts';
import { ImageCache } from './image-cache.ts';
import { type Listening, type ListenOptions, listen } from './listen.ts';

export interface DoorsOptions {
  readonly clock: Clock;
  /** Whoever knows what each caller is to be told. */
  readonly answer: ListenOptions['answer'];
  /** The error says why there is none. */
  readonly agent: Result<AgentFolder, string>;
  /** Images are kept in `images` below it. */
  readonly stateFolder: string;
  readonly imageCacheBytes: number;
  /** Absent: the address of the facility. */
  readonly listenHost?: string;
  /** Authorities to trust of who serves images, beside the usual ones; throws where it cannot be read. */
  readonly caFile?: string;
  /** Called after each try to open or to close them. */
  readonly tried?: () => void;
}

/** Between two tries to listen. */
const againMs = 10_000;

/** The two ports of this process, wherever the accepted commit has them, and the files and images that go out there. */
export class Doors implements Front {
  readonly #options: DoorsOptions;
  readonly #images: ImageCache;
  #within: readonly string[] | undefined;
  /** Where they are, or are on their way to. */
  #place = '';
  #open: readonly Listening[] = [];
  #failure: string | null = null;
  #leave = new AbortController();
  #moved: Promise<void> = Promise.resolve();

  constructor(options: DoorsOptions) {
    this.#options = options;
    this.#images = new ImageCache({
      folder: join(options.stateFolder, 'images'),
      bytesMax: options.imageCacheBytes,
      streams: createStreams(options.caFile),
      clock: options.clock,
    });
  }

  get failure(): string | null {
    return this.#failure;
  }

  get moved(): Promise<void> {
    return this.#moved;
  }

  /** What fails is tried again by itself: whoever hears that no machine can be booted may not ask again. */
  move(place: Place | null): void {
    this.#within = place?.boot.images;
    const where = place === null ? '' : whereOf(place);
    if (where === this.#place) return;
    this.#place = where;
    this.#leave.abort();
    this.#leave = new AbortController();
    this.#go(place, this.#leave.signal);
  }

  async close(): Promise<void> {
    this.move(null);
    await this.#moved;
    await this.#images.close();
  }

  #go(place: Place | null, left: AbortSignal): void {
    this.#moved = this.#moved.then(async () => {
      if (left.aborted) return;
      for (const door of this.#open) await door.close();
      this.#open = [];
      this.#failure = place === null ? null : await this.#openAll(place);
      this.#options.tried?.();
      if (this.#failure === null) return;
      void this.#options.clock.sleep(againMs, left).then(() => {
        if (!left.aborted) this.#go(place, left);
      });
    });
  }

  async #openAll({ boot, tls }: Place): Promise<string | null> {
    const { answer, listenHost: host = boot.address } = this.#options;
    const doors: readonly { readonly port: number; readonly tls: TlsIdentity | null }[] = [
      { port: boot.ports.http, tls: null },
      { port: boot.ports.https, tls },
    ];
    for (const door of doors) {
      const opened = await listen({ host, answer, content: (body) => this.#content(body), ...door });
      if (!opened.ok) {
        for (const other of this.#open) await other.close();
        this.#open = [];
        return opened.error;
      }
      this.#open = [...this.#open, opened.value];
    }
    return null;
  }

  #content: ListenOptions['content'] = async (body) => {
    if (body.kind === 'image') return this.#images.content(body.image, this.#within);
    const { agent } = this.#options;
    return agent.ok ? ok(agent.value.content(body.name, body.overlay)) : fail(agent.error);
  };
}

const whereOf = ({ boot: { address, ports }, tls }: Place): string =>
  JSON.stringify([address, ports.http, ports.https, tls.pin]);
