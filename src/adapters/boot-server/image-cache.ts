import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageFile } from '../../model/boot.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { Clock } from '../../ports/clock.ts';
import { isMissing } from '../error-code.ts';
import { makeFolder, syncFolder } from '../folder.ts';
import type { Streams } from '../http/stream.ts';
import type { Content } from './content.ts';
import { ImageDownload } from './image-download.ts';

export interface ImageCacheOptions {
  /** `<state>/images`: `<sha256>`, and `<sha256>.part` while it is fetched. */
  readonly folder: string;
  /** What all files in it may take. */
  readonly bytesMax: number;
  readonly streams: Streams;
  readonly clock: Clock;
}

/** After a failure nobody is made to wait for the same again. */
const quietMs = 15_000;
const namePattern = /^([0-9a-f]{64})(?:\.part)?$/;

/** Images, fetched once for the site however many machines ask; those that were not asked for longest go first. */
export class ImageCache {
  readonly #options: ImageCacheOptions;
  /** By SHA-256, in the order in which they were asked for last. */
  readonly #downloads = new Map<string, ImageDownload>();
  readonly #failures = new Map<string, { readonly message: string; readonly at: number }>();
  readonly #over = new AbortController();
  /** One at a time makes room. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: ImageCacheOptions) {
    this.#options = options;
  }

  /** The error says why it cannot be had; asked again later it may. */
  async content(image: ImageFile, within: readonly string[] | undefined): Promise<Result<Content, string>> {
    const { sha256 } = image;
    const failure = this.#failures.get(sha256);
    if (failure !== undefined && this.#options.clock.monotonic() - failure.at < quietMs) return fail(failure.message);
    const download = this.#downloads.get(sha256) ?? this.#begin(image, within);
    this.#downloads.delete(sha256);
    this.#downloads.set(sha256, download);
    return download.content();
  }

  async close(): Promise<void> {
    this.#over.abort();
    const all = [...this.#downloads.values()];
    await Promise.all(all.map((download) => download.ended));
    await Promise.all(all.map((download) => download.close()));
  }

  #begin(image: ImageFile, within: readonly string[] | undefined): ImageDownload {
    const { folder, streams, clock } = this.#options;
    const { sha256 } = image;
    const path = join(folder, sha256);
    const download = new ImageDownload({
      image,
      path,
      streams,
      clock,
      ...(within === undefined ? {} : { within }),
      reserve: (bytes) => this.#reserve(sha256, bytes),
      signal: this.#over.signal,
      prepare: () => makeFolder(folder),
    });
    void download.ended.then(async () => {
      const { state } = download;
      if (state.kind === 'failed') {
        if (this.#failures.size > 256) this.#failures.clear();
        this.#failures.set(sha256, { message: state.message, at: clock.monotonic() });
        this.#downloads.delete(sha256);
        if (!download.busy) await download.close();
      } else {
        // The next process knows by this which was asked for last.
        const now = new Date(clock.now());
        await utimes(path, now, now).catch(() => undefined);
      }
    });
    return download;
  }

  #reserve(sha256: string, bytes: number): Promise<Result<null, string>> {
    const turn = this.#turn.then(() => this.#makeRoom(sha256, bytes));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #makeRoom(sha256: string, bytes: number): Promise<Result<null, string>> {
    const { folder, bytesMax } = this.#options;
    if (bytes > bytesMax) return fail(`${bytes} bytes are more than the cache may hold (${bytesMax})`);
    const files = (await listed(folder)).filter((file) => file.sha256 !== sha256);
    let taken = files.reduce((sum, file) => sum + file.bytes, 0);
    const order = [...this.#downloads.keys()];
    const lastAsked = files.toSorted(
      (a, b) => order.indexOf(a.sha256) - order.indexOf(b.sha256) || a.changedAt - b.changedAt,
    );
    for (const { name, sha256: other, bytes: freed } of lastAsked) {
      if (taken + bytes <= bytesMax) break;
      const download = this.#downloads.get(other);
      if (download?.busy) continue;
      this.#downloads.delete(other);
      await download?.close();
      await rm(join(folder, name), { force: true });
      taken -= freed;
    }
    await syncFolder(folder);
    return taken + bytes <= bytesMax ? ok(null) : fail(`the cache is full of images in use (${taken} bytes)`);
  }
}

interface CachedFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly changedAt: number;
}

async function listed(folder: string): Promise<readonly CachedFile[]> {
  const found: CachedFile[] = [];
  for (const name of await readdir(folder)) {
    const sha256 = namePattern.exec(name)?.[1];
    if (sha256 === undefined) continue;
    try {
      const { size, mtimeMs } = await stat(join(folder, name));
      found.push({ name, sha256, bytes: size, changedAt: mtimeMs });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return found;
}
