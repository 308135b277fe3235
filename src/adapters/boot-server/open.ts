import { join } from 'node:path';
import { createDesk } from '../../boot/desk.ts';
import type { BootService } from '../../model/boot.ts';
import type { FacilityName } from '../../model/names.ts';
import { fail, ok } from '../../model/result.ts';
import type { Agents } from '../../ports/agents.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Disk } from '../../ports/disk.ts';
import { createStreams } from '../http/stream.ts';
import type { TlsIdentity } from '../tls/self-signed.ts';
import { openAgentFolder } from './agent-folder.ts';
import { ImageCache } from './image-cache.ts';
import { bootKeysOf, bootTls, openBootSecret } from './keys.ts';
import { type Listening, type ListenOptions, listen } from './listen.ts';

export interface BootServerOptions {
  readonly facility: FacilityName;
  readonly clock: Clock;
  /** The state folder; the boot key is kept there. */
  readonly disk: Disk;
  readonly stateFolder: string;
  /** Absent: none was given, and no machine can be booted. */
  readonly agentFolder?: string;
  /** Where to listen; absent: at the address that facility.yaml says. */
  readonly listenHost?: string;
  readonly imageCacheBytes: number;
  /** Authorities to trust of who serves images, beside the usual ones; throws where it cannot be read. */
  readonly caFile?: string;
}

export interface BootServer extends Agents {
  /** Resolves once it listens, or cannot, for what `expect` was told last. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Listens from the moment that a pass says where; that is not before the facility has a commit with `boot`. */
export async function openBootServer(options: BootServerOptions): Promise<BootServer> {
  const { facility, clock, disk, stateFolder, agentFolder } = options;
  const secret = await openBootSecret(disk);
  const folder =
    agentFolder === undefined
      ? fail('the reconciler was started without --agent: nothing to boot machines from')
      : await openAgentFolder(agentFolder);
  const desk = createDesk({
    facility,
    clock,
    keys: bootKeysOf(secret),
    agent: folder.ok ? folder.value : folder.error,
  });
  const images = new ImageCache({
    folder: join(stateFolder, 'images'),
    bytesMax: options.imageCacheBytes,
    streams: createStreams(options.caFile),
    clock,
  });
  let within: readonly string[] | undefined;
  const content: ListenOptions['content'] = async (body) => {
    if (body.kind === 'image') return images.content(body.image, within);
    return folder.ok ? ok(folder.value.content(body.name, body.overlay)) : fail(folder.error);
  };
  const doors = new Doors({
    clock,
    answer: (request) => desk.answer(request),
    content,
    tls: (address) => bootTls(secret, facility, address),
    host: options.listenHost,
  });
  return {
    get unable() {
      return desk.unable ?? doors.failure;
    },
    expect(boot, expected) {
      within = boot?.images;
      desk.expect(boot, expected);
      doors.move(boot);
    },
    claim: (machine, signal) => desk.claim(machine, signal),
    reports: () => desk.reports(),
    contested: () => desk.contested(),
    home: (signal) => desk.home(signal),
    mediumOf: (attempt) => desk.mediumOf(attempt),
    homeOf: (grant) => desk.homeOf(grant),
    settled: () => doors.moved,
    async close() {
      doors.move(null);
      await doors.moved;
      await images.close();
    },
  };
}

/** Between two tries to listen. */
const againMs = 10_000;

interface DoorsOptions {
  readonly clock: Clock;
  readonly answer: ListenOptions['answer'];
  readonly content: ListenOptions['content'];
  readonly tls: (address: string) => TlsIdentity;
  /** Absent: the address of the facility. */
  readonly host: string | undefined;
}

/** The two ports, wherever the accepted commit has them. */
class Doors {
  readonly #options: DoorsOptions;
  /** Where they are, or are on their way to. */
  #place = '';
  #open: readonly Listening[] = [];
  #failure: string | null = null;
  #leave = new AbortController();
  #moved: Promise<void> = Promise.resolve();

  constructor(options: DoorsOptions) {
    this.#options = options;
  }

  /** Why they are closed although they should not be. */
  get failure(): string | null {
    return this.#failure;
  }

  get moved(): Promise<void> {
    return this.#moved;
  }

  /** What fails is tried again by itself: whoever hears that no machine can be booted may not ask again. */
  move(boot: BootService | null): void {
    const place = boot === null ? '' : JSON.stringify([boot.address, boot.ports.http, boot.ports.https]);
    if (place === this.#place) return;
    this.#place = place;
    this.#leave.abort();
    this.#leave = new AbortController();
    this.#go(boot, this.#leave.signal);
  }

  #go(boot: BootService | null, left: AbortSignal): void {
    this.#moved = this.#moved.then(async () => {
      if (left.aborted) return;
      for (const door of this.#open) await door.close();
      this.#open = [];
      this.#failure = boot === null ? null : await this.#openAll(boot);
      if (this.#failure === null) return;
      void this.#options.clock.sleep(againMs, left).then(() => {
        if (!left.aborted) this.#go(boot, left);
      });
    });
  }

  async #openAll(boot: BootService): Promise<string | null> {
    const { answer, content, tls, host = boot.address } = this.#options;
    for (const door of [
      { port: boot.ports.http, tls: null },
      { port: boot.ports.https, tls: tls(boot.address) },
    ]) {
      const opened = await listen({ host, answer, content, ...door });
      if (!opened.ok) {
        for (const other of this.#open) await other.close();
        this.#open = [];
        return opened.error;
      }
      this.#open = [...this.#open, opened.value];
    }
    return null;
  }
}
