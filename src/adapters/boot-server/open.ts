import { join } from 'node:path';
import { createDesk, type Desk } from '../../boot/desk.ts';
import type { BootBody } from '../../boot/message.ts';
import type { BootService } from '../../model/boot.ts';
import type { FacilityName } from '../../model/names.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { Agents } from '../../ports/agents.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Disk } from '../../ports/disk.ts';
import { createStreams } from '../http/stream.ts';
import { openAgentFolder } from './agent-folder.ts';
import type { Content } from './content.ts';
import { ImageCache } from './image-cache.ts';
import { bootKeysOf, bootTls, openBootSecret } from './keys.ts';
import { type Listening, listen } from './listen.ts';

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
  const content = async (body: Exclude<BootBody, { kind: 'text' }>): Promise<Result<Content, string>> => {
    if (body.kind === 'image') return images.content(body.image, within);
    return folder.ok ? ok(folder.value.content(body.name, body.overlay)) : fail(folder.error);
  };
  const doors = new Doors(desk, content, (address) => bootTls(secret, facility, address), options.listenHost);
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

/** The two ports, wherever the accepted commit has them. */
class Doors {
  readonly #desk: Desk;
  readonly #content: (body: Exclude<BootBody, { kind: 'text' }>) => Promise<Result<Content, string>>;
  readonly #tls: (address: string) => ReturnType<typeof bootTls>;
  readonly #host: string | undefined;
  /** Where they are, or are on their way to. */
  #place = '';
  #open: readonly Listening[] = [];
  #failure: string | null = null;
  #moved: Promise<void> = Promise.resolve();

  constructor(
    desk: Desk,
    content: (body: Exclude<BootBody, { kind: 'text' }>) => Promise<Result<Content, string>>,
    tls: (address: string) => ReturnType<typeof bootTls>,
    host: string | undefined,
  ) {
    this.#desk = desk;
    this.#content = content;
    this.#tls = tls;
    this.#host = host;
  }

  /** Why they are closed although they should not be. */
  get failure(): string | null {
    return this.#failure;
  }

  get moved(): Promise<void> {
    return this.#moved;
  }

  /** Asked for the same again it tries again what failed. */
  move(boot: BootService | null): void {
    const place = boot === null ? '' : JSON.stringify([boot.address, boot.ports.http, boot.ports.https]);
    if (place === this.#place && this.#failure === null) return;
    this.#place = place;
    this.#moved = this.#moved.then(async () => {
      if (this.#place !== place) return;
      for (const door of this.#open) await door.close();
      this.#open = [];
      this.#failure = boot === null ? null : await this.#openAll(boot);
    });
  }

  async #openAll(boot: BootService): Promise<string | null> {
    const host = this.#host ?? boot.address;
    const shared = {
      host,
      answer: (request: Parameters<Desk['answer']>[0]) => this.#desk.answer(request),
      content: this.#content,
    };
    for (const door of [
      { port: boot.ports.http, tls: null },
      { port: boot.ports.https, tls: this.#tls(boot.address) },
    ]) {
      const opened = await listen({ ...shared, ...door });
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
