import { describe, expect, test } from 'vitest';
import { isWithin } from '../../../src/adapters/http/confine.ts';
import { type HttpBench, httpCases } from '../../../src/conformance/http.ts';
import { openBench } from './peers.ts';

describe('the http adapter is an Http', () => {
  for (const { name, run } of httpCases(async () => openBench())) test(name, run);
});

describe('the suite sees an Http that is none', () => {
  type Request = HttpBench['http']['request'];
  test.each<[string, string, (request: Request) => Request]>([
    [
      'it repeats',
      'a request after another is not sent twice, whatever becomes of it',
      (request) => async (given, signal) => {
        const first = await request(given, signal);
        return first.kind === 'failed' ? request(given, signal) : first;
      },
    ],
    [
      'it follows redirects',
      'a redirect is not followed',
      (request) => async (given, signal) => {
        const first = await request(given, signal);
        const to = first.kind === 'answer' ? first.headers.location : undefined;
        return to === undefined ? first : request({ ...given, url: to }, signal);
      },
    ],
    [
      'it goes anywhere',
      'a peer outside the ranges is not connected to',
      (request) => (given, signal) => request({ ...given, within: ['0.0.0.0/0'] }, signal),
    ],
  ])('%s: "%s" fails', async (_, name, spoil) => {
    const spoiled = async (): Promise<HttpBench> => {
      const bench = openBench();
      return { ...bench, http: { request: spoil((given, signal) => bench.http.request(given, signal)) } };
    };
    const found = httpCases(spoiled).find((candidate) => candidate.name === name);
    expect(found).toBeDefined();
    await expect(found?.run()).rejects.toThrow();
  });
});

describe('the http adapter on its own', () => {
  const limits = { connectMs: 2_000, idleMs: 2_000, totalMs: 5_000, bodyBytesMax: 1_000 };

  test('keeps a connection for the next request to the same peer, and to that only', async () => {
    const bench = openBench();
    const peer = await bench.peer({ kind: 'answers', status: 200, body: '{}' });
    const ask = (more: object = {}) =>
      bench.http.request({ method: 'GET', url: peer.url, headers: {}, limits, ...more });
    await ask();
    await ask();
    await ask({ within: ['127.0.0.0/8'] });
    const [first, second, confined] = peer.received.map((request) => request.connection);
    expect(second).toBe(first);
    // What was connected without a range must not serve a request that has one.
    expect(confined).not.toBe(first);
    await bench.close();
  });

  test('keeps no more idle connections than it may', async () => {
    const bench = openBench({ idleLinesMax: 1 });
    const peers = await Promise.all([1, 2, 3].map(() => bench.peer({ kind: 'answers', status: 200, body: '{}' })));
    for (const peer of [...peers, ...peers]) {
      await bench.http.request({ method: 'GET', url: peer.url, headers: {}, limits });
    }
    const reused = peers.filter((peer) => new Set(peer.received.map((request) => request.connection)).size === 1);
    expect(reused.length).toBeLessThanOrEqual(1);
    await bench.close();
  });

  test('runs only so many requests at one time, and the time of the others runs', async () => {
    const bench = openBench({ requestsMax: 1 });
    const silent = await bench.peer({ kind: 'silent' });
    const answering = await bench.peer({ kind: 'answers', status: 200 });
    const short = { ...limits, idleMs: 200, totalMs: 200 };
    const first = bench.http.request({ method: 'GET', url: silent.url, headers: {}, limits });
    const second = await bench.http.request({ method: 'POST', url: answering.url, headers: {}, limits: short });
    expect(second).toMatchObject({ kind: 'failed', reason: 'timeout', sent: 'no' });
    expect(answering.received).toHaveLength(0);
    expect(await first).toMatchObject({ kind: 'failed', reason: 'timeout', sent: 'maybe' });
    const third = await bench.http.request({ method: 'GET', url: answering.url, headers: {}, limits });
    expect(third).toMatchObject({ kind: 'answer', status: 200 });
    await bench.close();
  });

  test('asks for no compression, and unpacks within the limit what is compressed all the same', async () => {
    const { gzipSync } = await import('node:zlib');
    const { createServer } = await import('node:http');
    const bench = openBench();
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(String(request.headers['accept-encoding']));
      const body = request.url === '/bomb' ? 'x'.repeat(100_000) : 'small';
      const packed = request.url === '/torn' ? Buffer.from('nothing of the kind') : gzipSync(body);
      response.writeHead(200, { 'content-encoding': request.url === '/odd' ? 'zip' : 'gzip' }).end(packed);
    });
    server.listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const ask = (path: string) =>
      bench.http.request({ method: 'GET', url: `http://127.0.0.1:${port}${path}`, headers: {}, limits });
    const answer = await ask('/small');
    expect(answer.kind === 'answer' && new TextDecoder().decode(answer.body)).toBe('small');
    expect(await ask('/bomb')).toMatchObject({ kind: 'failed', reason: 'too-large' });
    expect(await ask('/torn')).toMatchObject({ kind: 'failed', reason: 'garbage' });
    expect(await ask('/odd')).toMatchObject({ kind: 'failed', reason: 'garbage' });
    expect(asked).toEqual(['identity', 'identity', 'identity', 'identity']);
    await bench.close();
    server.close();
  });

  test('a name that does not resolve is a refusal, and nothing was sent', async () => {
    const bench = openBench();
    const outcome = await bench.http.request({ method: 'GET', url: 'http://no.such.invalid/', headers: {}, limits });
    expect(outcome).toMatchObject({ kind: 'failed', sent: 'no' });
    await bench.close();
  });
});

describe('ranges', () => {
  test.each([
    ['10.1.2.3', ['10.0.0.0/8'], true],
    ['10.1.2.3', ['10.1.2.3'], true],
    ['10.1.2.3', ['10.1.2.4/32', '0.0.0.0/0'], true],
    ['11.1.2.3', ['10.0.0.0/8'], false],
    ['fd00::1', ['fd00::/8'], true],
    ['fe80::1', ['fd00::/8', '0.0.0.0/0'], false],
    ['::ffff:10.1.2.3', ['10.0.0.0/8'], true],
    ['::ffff:a01:203', ['10.0.0.0/8'], true],
    ['::ffff:11.1.2.3', ['10.0.0.0/8', 'fd00::/8'], false],
    ['10.1.2.3', ['10.0.0.0/33', '10.0.0.0/', 'x', '', '/8', '10.0.0.0/8/1'], false],
    ['not an address', ['0.0.0.0/0'], false],
  ])('%s in %j: %s', (address, ranges, inside) => {
    expect(isWithin(address, ranges)).toBe(inside);
  });
});
