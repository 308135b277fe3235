import { createHash, type Hash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ImageFile } from '../../model/boot.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { Clock } from '../../ports/clock.ts';
import { codeOf, isMissing } from '../error-code.ts';
import { syncFolder } from '../folder.ts';
import type { Streams } from '../http/stream.ts';
import type { Content } from './content.ts';

export interface DownloadOptions {
  readonly image: ImageFile;
  /** Of the whole file; `.part` is added while it is none. */
  readonly path: string;
  /** Where images may be fetched from (CIDR); absent: anywhere. */
  readonly within?: readonly string[];
  readonly streams: Streams;
  readonly clock: Clock;
  /** Makes room for so many bytes in all of this image; the error says why there is none. */
  readonly reserve: (bytes: number) => Promise<Result<null, string>>;
  readonly signal: AbortSignal;
  /** Makes the folder of `path`. */
  readonly prepare: () => Promise<void>;
}

const chunkBytes = 256 * 1024;
/** In a row, without a byte between them. */
const attemptsMax = 5;
const firstPauseMs = 1_000;

type State = { readonly kind: 'running' | 'whole' } | { readonly kind: 'failed'; readonly message: string };

/**
 * One image on its way into the cache, or out of it. It is served to many while it comes in, before anybody knows whether
 * it is the right one: the agent checks the digest itself before a disk can boot (docs/boot.md). The last byte is kept back
 * until the digest was found right, so that nobody takes a wrong one for whole.
 */
export class ImageDownload {
  readonly #options: DownloadOptions;
  #file: FileHandle | null = null;
  /** Bytes from the beginning that are on the disk and in the hash. */
  #have = 0;
  #length: number | null = null;
  #state: State = { kind: 'running' };
  #readers = 0;
  #waiting: (() => void)[] = [];
  readonly #ready: Promise<void>;
  /** Ends when it is whole, or has failed; never rejects. */
  readonly ended: Promise<void>;

  constructor(options: DownloadOptions) {
    this.#options = options;
    let begun = (): void => {};
    this.#ready = new Promise((resolve) => {
      begun = resolve;
    });
    this.ended = this.#run(begun).then((end) => {
      this.#state = end.ok ? { kind: 'whole' } : { kind: 'failed', message: end.error };
      begun();
      this.#progress();
    });
  }

  get busy(): boolean {
    return this.#readers > 0 || this.#state.kind === 'running';
  }

  get state(): State {
    return this.#state;
  }

  /** Once there is something to say about it. */
  async content(): Promise<Result<Content, string>> {
    await this.#ready;
    if (this.#state.kind === 'failed') return fail(this.#state.message);
    return ok({ length: this.#length, read: (from, to) => this.#read(from, to) });
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
  }

  async *#read(from: number, to: number): AsyncIterable<Uint8Array> {
    this.#readers += 1;
    try {
      for (let at = from; at < to; ) {
        const sure = this.#state.kind === 'whole' ? this.#have : this.#have - 1;
        const bytes = Math.min(sure, to) - at;
        if (bytes > 0 && this.#file !== null && this.#state.kind !== 'failed') {
          const { buffer, bytesRead } = await this.#file.read(
            Buffer.alloc(Math.min(bytes, chunkBytes)),
            0,
            Math.min(bytes, chunkBytes),
            at,
          );
          if (bytesRead === 0) throw new Error('the cache was cut short');
          at += bytesRead;
          yield buffer.subarray(0, bytesRead);
        } else if (this.#state.kind === 'running') {
          await new Promise<void>((resolve) => this.#waiting.push(resolve));
        } else if (this.#state.kind === 'failed') {
          throw new Error(this.#state.message);
        } else if (this.#file === null) {
          throw new Error('it had to leave the cache');
        } else {
          return;
        }
      }
    } finally {
      this.#readers -= 1;
      if (this.#state.kind === 'failed' && this.#readers === 0) await this.close();
    }
  }

  #progress(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  async #run(begun: () => void): Promise<Result<null, string>> {
    const { path, image } = this.#options;
    try {
      await this.#options.prepare();
      const known = await sizeOf(path);
      const hash = createHash('sha256');
      if (known !== null) return await this.#checkWhole(hash, known, begun);
      this.#file = await open(`${path}.part`, constants.O_RDWR | constants.O_CREAT, 0o600);
      await this.#take(hash, (await this.#file.stat()).size);
      const fetched = await this.#fetch(hash, begun);
      if (!fetched.ok) return fetched;
      if (fetched.value.digest('hex') !== image.sha256) {
        await rm(`${path}.part`);
        return fail(`${image.name}: what ${hostOf(image)} gave has another digest than its manifest says`);
      }
      await this.#file.sync();
      await rename(`${path}.part`, path);
      await syncFolder(dirname(path));
      return ok(null);
    } catch (error) {
      return fail(`${image.name}: the cache cannot be used (${codeOf(error) ?? 'failed'})`);
    }
  }

  /** What was whole once may have rotted since: it is read again by each process, and served meanwhile. */
  async #checkWhole(hash: Hash, bytes: number, begun: () => void): Promise<Result<null, string>> {
    const { path, image } = this.#options;
    this.#file = await open(path, 'r');
    this.#length = bytes;
    begun();
    await this.#take(hash, bytes);
    if (hash.digest('hex') === image.sha256) return ok(null);
    await rm(path);
    return fail(`${image.name}: the copy in the cache was damaged, and is gone`);
  }

  /** Reads what is on the disk into the hash. */
  async #take(hash: Hash, bytes: number): Promise<void> {
    while (this.#have < bytes && this.#file !== null) {
      const wanted = Math.min(chunkBytes, bytes - this.#have);
      const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(wanted), 0, wanted, this.#have);
      if (bytesRead === 0) return;
      hash.update(buffer.subarray(0, bytesRead));
      this.#have += bytesRead;
      this.#progress();
    }
  }

  async #fetch(begin: Hash, begun: () => void): Promise<Result<Hash, string>> {
    const { clock, signal, image } = this.#options;
    let hash = begin;
    let message = '';
    for (let attempt = 0; attempt < attemptsMax && !signal.aborted; attempt++) {
      if (attempt > 0) await clock.sleep(firstPauseMs * 2 ** (attempt - 1), signal);
      const before = this.#have;
      const end = await this.#fetchOnce(hash, begun);
      switch (end.kind) {
        case 'whole':
          return ok(hash);
        case 'refused':
          return fail(`${image.name}: ${end.message}`);
        case 'anew':
          hash = createHash('sha256');
          this.#have = 0;
          await this.#file?.truncate(0);
          break;
        case 'broken':
          message = end.message;
          if (this.#have > before) attempt = 0;
      }
    }
    return fail(`${image.name}: ${signal.aborted ? 'called off' : message}`);
  }

  async #fetchOnce(hash: Hash, begun: () => void): Promise<Fetched> {
    const { image, streams, within, signal, reserve } = this.#options;
    const from = this.#have;
    const answer = await streams.get(
      {
        url: image.url,
        headers: from === 0 ? {} : { range: `bytes=${from}-` },
        ...(within === undefined ? {} : { within }),
      },
      signal,
    );
    if (!answer.ok) return { kind: 'broken', message: answer.error };
    const incoming = answer.value;
    const { statusCode: status = 0, headers } = incoming;
    const goesOn = status === 206 && headers['content-range']?.startsWith(`bytes ${from}-`) === true;
    if (from > 0 && !goesOn && [200, 206, 416].includes(status)) {
      incoming.destroy();
      return { kind: 'anew' };
    }
    if (status !== 200 && !goesOn) {
      incoming.destroy();
      const message = `${hostOf(image)} answers ${status}`;
      return status >= 500 ? { kind: 'broken', message } : { kind: 'refused', message };
    }
    const told = headers['content-length'];
    this.#length = told === undefined ? null : from + Number(told);
    const room = await reserve(this.#length ?? from);
    if (!room.ok) {
      incoming.destroy();
      return { kind: 'refused', message: room.error };
    }
    begun();
    try {
      for await (const chunk of incoming) {
        if (!(chunk instanceof Buffer)) throw new Error('text where bytes were asked for');
        const more = this.#length === null ? await reserve(this.#have + chunk.length) : room;
        if (!more.ok) return { kind: 'refused', message: more.error };
        await this.#file?.write(chunk, 0, chunk.length, this.#have);
        hash.update(chunk);
        this.#have += chunk.length;
        this.#progress();
      }
    } catch (error) {
      // Of the disk, not of the connection: no use to try again.
      if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EIO') throw error;
      return { kind: 'broken', message: `${hostOf(image)} broke off after ${this.#have} bytes` };
    }
    const whole = this.#length === null || this.#have === this.#length;
    this.#length = whole ? this.#have : this.#length;
    return whole ? { kind: 'whole' } : { kind: 'broken', message: `${hostOf(image)} broke off` };
  }
}

/** `anew`: what is there cannot be gone on with. */
type Fetched = { readonly kind: 'whole' | 'anew' } | { readonly kind: 'refused' | 'broken'; readonly message: string };

/** A URL may hold a signature that gives access. */
const hostOf = ({ url }: ImageFile): string => new URL(url).host;

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
