import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Content } from '../../../src/adapters/boot-server/content.ts';
import { ImageCache } from '../../../src/adapters/boot-server/image-cache.ts';
import { createStreams } from '../../../src/adapters/http/stream.ts';
import type { Image } from '../../../src/model/boot.ts';
import { makeTestFolder } from '../folder.ts';
import { call, HandClock, openGround } from './ground.ts';

const within = ['127.0.0.1/32'];

interface Upstream {
  readonly url: string;
  /** The `range` of each request, or null. */
  readonly asked: (string | null)[];
}

/** Where images come from. */
async function upstream(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Upstream> {
  const asked: (string | null)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers.range ?? null);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/image.raw`, asked };
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const imageOf = (url: string, bytes: Buffer): Image => ({
  name: 'debian-13',
  url,
  sha256: sha256(bytes),
  format: 'raw',
  boot: 'uefi',
});

function openCache(folder: string, bytesMax = 2 ** 30): { readonly cache: ImageCache; readonly clock: HandClock } {
  const clock = new HandClock();
  const cache = new ImageCache({ folder, bytesMax, streams: createStreams(undefined), clock });
  onTestFinished(() => cache.close());
  return { cache, clock };
}

async function readAll(content: Content, from = 0): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content.read(from, content.length ?? Number.POSITIVE_INFINITY)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function contentOf(cache: ImageCache, image: Image): Promise<Content> {
  const content = await cache.content(image, within);
  if (!content.ok) throw new Error(content.error);
  return content.value;
}

/** Until what is waited for in vain on the clock of the test has come. */
async function patiently<T>(clock: HandClock, what: Promise<T>): Promise<T> {
  const state = { over: false };
  const end = (): void => {
    state.over = true;
  };
  what.then(end, end);
  while (!state.over) {
    await clock.pass(100);
    await setImmediate();
  }
  return what;
}

const bytes = randomBytes(3_000_000);

describe('the image cache', () => {
  it('fetches once, however many ask, and serves what is there while the rest comes', async () => {
    let finish = (): void => {};
    const { url, asked } = await upstream((_, response) => {
      response.writeHead(200, { 'content-length': bytes.length });
      response.write(bytes.subarray(0, 2_000_000));
      finish = () => response.end(bytes.subarray(2_000_000));
    });
    const folder = join(await makeTestFolder(), 'images');
    const { cache } = openCache(folder);
    const image = imageOf(url, bytes);
    const contents = await Promise.all([1, 2, 3].map(() => contentOf(cache, image)));
    const [first] = contents;
    expect(first?.length).toBe(bytes.length);
    // It begins before it is whole.
    for await (const chunk of first?.read(0, bytes.length) ?? []) {
      expect(Buffer.from(chunk).equals(bytes.subarray(0, chunk.length))).toBe(true);
      break;
    }
    const all = Promise.all(contents.map((content) => readAll(content)));
    finish();
    for (const got of await all) expect(got.equals(bytes)).toBe(true);
    expect(asked).toEqual([null]);
    expect((await readAll(await contentOf(cache, image), 2_999_990)).equals(bytes.subarray(2_999_990))).toBe(true);
    expect(asked).toEqual([null]);
    expect(await readdir(folder)).toEqual([image.sha256]);
    expect((await readFile(join(folder, image.sha256))).equals(bytes)).toBe(true);
  });

  it('goes on where a connection broke, and where the last process was cut off', async () => {
    let breaks = 2;
    const { url, asked } = await upstream((request, response) => {
      const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
      response.writeHead(from === 0 ? 200 : 206, {
        'content-length': bytes.length - from,
        ...(from === 0 ? {} : { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
      });
      if (breaks-- <= 0) response.end(bytes.subarray(from));
      else response.write(bytes.subarray(from, from + 1_000_000), () => response.destroy());
    });
    const folder = join(await makeTestFolder(), 'images');
    await mkdir(folder, { recursive: true });
    const image = imageOf(url, bytes);
    await writeFile(join(folder, `${image.sha256}.part`), bytes.subarray(0, 500_000));
    const { cache, clock } = openCache(folder);
    const got = await patiently(
      clock,
      contentOf(cache, image).then((content) => readAll(content)),
    );
    expect(got.equals(bytes)).toBe(true);
    expect(asked[0]).toBe('bytes=500000-');
    expect(asked).toHaveLength(3);
  });

  it('begins anew where the host knows no ranges', async () => {
    const { url, asked } = await upstream((_, response) => response.end(bytes));
    const folder = join(await makeTestFolder(), 'images');
    await mkdir(folder, { recursive: true });
    const image = imageOf(url, bytes);
    await writeFile(join(folder, `${image.sha256}.part`), 'something else');
    const { cache, clock } = openCache(folder);
    const got = await patiently(
      clock,
      contentOf(cache, image).then((content) => readAll(content)),
    );
    expect(got.equals(bytes)).toBe(true);
    expect(asked).toEqual(['bytes=14-', null]);
  });

  it('keeps nothing whose digest is wrong, and nobody takes it for whole', async () => {
    const { url, asked } = await upstream((_, response) => {
      response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
    });
    const folder = join(await makeTestFolder(), 'images');
    const { cache, clock } = openCache(folder);
    const image = { ...imageOf(url, bytes), sha256: 'a'.repeat(64) };
    const contents = await Promise.all([1, 2].map(() => contentOf(cache, image)));
    for (const content of contents) {
      let got = 0;
      const reading = (async () => {
        for await (const chunk of content.read(0, bytes.length)) got += chunk.length;
      })();
      await expect(reading).rejects.toThrow('another digest than its manifest says');
      expect(got).toBeLessThan(bytes.length);
    }
    expect(await readdir(folder)).toEqual([]);
    // Whoever asks again at once is told, and costs no second download; later it is tried again.
    expect(await cache.content(image, within)).toMatchObject({ ok: false });
    expect(asked).toHaveLength(1);
    await clock.pass(15_000);
    await cache.content(image, within);
    expect(asked).toHaveLength(2);
  });

  it('finds out that a file of its own has rotted, and gets it again', async () => {
    const { url, asked } = await upstream((_, response) => response.end(bytes));
    const folder = join(await makeTestFolder(), 'images');
    await mkdir(folder, { recursive: true });
    const image = imageOf(url, bytes);
    const rotten = Buffer.from(bytes);
    rotten.writeUInt8(bytes.readUInt8(1_000_000) ^ 1, 1_000_000);
    await writeFile(join(folder, image.sha256), rotten);
    const { cache, clock } = openCache(folder);
    await expect(contentOf(cache, image).then((content) => readAll(content))).rejects.toThrow('damaged');
    expect(asked).toEqual([]);
    await clock.pass(15_000);
    expect((await readAll(await contentOf(cache, image))).equals(bytes)).toBe(true);
    expect(asked).toEqual([null]);
  });

  it('takes what was whole when the last process ended, without asking anybody', async () => {
    const folder = join(await makeTestFolder(), 'images');
    await mkdir(folder, { recursive: true });
    const image = imageOf('http://127.0.0.1:1/never', bytes);
    await writeFile(join(folder, image.sha256), bytes);
    const { cache } = openCache(folder);
    expect((await readAll(await contentOf(cache, image))).equals(bytes)).toBe(true);
  });

  it('is bounded: what was not asked for longest goes, what is in use stays', async () => {
    const parts = [0, 1, 2].map((i) => bytes.subarray(i * 1_000, (i + 1) * 1_000));
    const { url } = await upstream((request, response) => response.end(parts[Number(request.url?.at(-1))]));
    const folder = join(await makeTestFolder(), 'images');
    const { cache } = openCache(folder, 2_500);
    const images = parts.map((part, i) => imageOf(`${url}/${i}`, part));
    const [one, two, three] = images;
    if (!one || !two || !three) throw new Error('three images');
    for (const image of [one, two, one]) await readAll(await contentOf(cache, image));
    await readAll(await contentOf(cache, three));
    expect((await readdir(folder)).sort()).toEqual([one.sha256, three.sha256].sort());
    // Somebody is still reading the one that would have to go.
    const reader = (await contentOf(cache, one)).read(0, 1_000)[Symbol.asyncIterator]();
    await reader.next();
    await contentOf(cache, three);
    const inUse = (await contentOf(cache, three)).read(0, 1_000)[Symbol.asyncIterator]();
    await inUse.next();
    expect(await cache.content(two, within)).toMatchObject({ ok: false });
    await reader.return?.();
    await inUse.return?.();
    const large = imageOf(`${url}/0`, bytes);
    expect(await openCache(join(folder, 'small'), 10).cache.content(large, within)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/more than the cache may hold/),
    });
  });

  it('asks nobody outside the ranges, follows no redirect, and gives up where there is nothing', async () => {
    const { url, asked } = await upstream((request, response) => {
      if (request.url === '/image.raw/gone') response.writeHead(404).end();
      else response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const { cache, clock } = openCache(join(await makeTestFolder(), 'images'));
    const confined = await patiently(clock, cache.content(imageOf(url, Buffer.from('1')), ['10.0.0.0/8']));
    expect(confined.ok).toBe(false);
    expect(asked).toHaveLength(0);
    const moved = await cache.content(imageOf(url, Buffer.from('2')), within);
    expect(moved).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^debian-13: 127\.0\.0\.1:\d+ answers 302$/),
    });
    expect(await cache.content(imageOf(`${url}/gone`, Buffer.from('3')), within)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/answers 404$/),
    });
    expect(asked).toHaveLength(2);
  });
});

describe('an image behind the boot service', () => {
  it('is given to the machine that may have it, in ranges, and to nobody else', async () => {
    const { url } = await upstream((_, response) =>
      response.writeHead(200, { 'content-length': bytes.length }).end(bytes),
    );
    const image = imageOf(url, bytes);
    const opened = await openGround();
    onTestFinished(() => opened.close());
    const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;
    const common = { links: [], next: null, home: false, grant: digest('2') };
    const uuid = '4c4c4544-0058-4b10-8032-b7c04f4d3933';
    opened.agents.expect(
      opened.boot,
      new Map([
        ['a', { ...common, identity: { serial: 'A', uuid }, attempt: digest('1'), image }],
        ['b', { ...common, identity: { serial: 'B', uuid }, attempt: digest('3') }],
      ]),
    );
    await opened.agents.settled();
    const tokenOf = async (attempt: string): Promise<string> => {
      const path = new URL(opened.agents.mediumOf(attempt).iso).pathname;
      const medium = await call(opened.boot, { from: 'bmc', secure: false, method: 'GET', path });
      return /token=(.*)/.exec(medium.body.toString('latin1'))?.[1] ?? '';
    };
    const get = async (attempt: string, range?: string) => {
      const token = await tokenOf(attempt);
      const path = `/images/${image.sha256}`;
      return call(opened.boot, { from: 'provisioning', secure: true, method: 'GET', path, token }, undefined, range);
    };
    const whole = await get(digest('1'));
    expect([whole.status, whole.headers['content-type']]).toEqual([200, 'application/octet-stream']);
    expect(whole.body.equals(bytes)).toBe(true);
    const rest = await get(digest('1'), 'bytes=2999000-');
    expect([rest.status, rest.body.equals(bytes.subarray(2_999_000))]).toEqual([206, true]);
    expect((await get(digest('3'))).status).toBe(403);
  });

  it('that cannot be had is 502, so that the agent asks again; one that breaks off ends too early', async () => {
    const { url } = await upstream((_, response) => response.writeHead(404).end());
    const wrong = await upstream((_, response) => {
      response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
    });
    const opened = await openGround();
    onTestFinished(() => opened.close());
    const ask = async (image: Image) => {
      const attempt = `sha256:${'1'.repeat(64)}`;
      const identity = { serial: 'A', uuid: '4c4c4544-0058-4b10-8032-b7c04f4d3933' };
      const expected = { links: [], next: null, home: false, grant: attempt, identity, attempt, image };
      opened.agents.expect(opened.boot, new Map([['a', expected]]));
      await opened.agents.settled();
      const path = new URL(opened.agents.mediumOf(attempt).iso).pathname;
      const medium = await call(opened.boot, { from: 'bmc', secure: false, method: 'GET', path });
      const token = /token=(.*)/.exec(medium.body.toString('latin1'))?.[1] ?? '';
      const question = { from: 'provisioning', secure: true, method: 'GET', token } as const;
      return call(opened.boot, { ...question, path: `/images/${image.sha256}` });
    };
    const gone = await ask(imageOf(url, bytes));
    expect(gone.status).toBe(502);
    expect(gone.body.toString()).toMatch(/answers 404\n$/);
    expect(await ask({ ...imageOf(wrong.url, bytes), sha256: 'b'.repeat(64) })).toMatchObject({
      status: 200,
      broken: true,
    });
  });
});
