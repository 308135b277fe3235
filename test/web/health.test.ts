import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type HealthPage, type HealthPageOptions, serveHealth } from '../../src/web/health.ts';

async function start(more: Partial<HealthPageOptions> = {}): Promise<HealthPage> {
  const result = await serveHealth({
    listen: { port: 0 },
    metrics: { render: () => 'x_total 1\n' },
    health: { live: () => ({ good: true, message: 'alive' }), ready: () => ({ good: false, message: 'not yet' }) },
    ...more,
  });
  if (!result.ok) throw new Error(result.error);
  onTestFinished(() => result.value.close());
  return result.value;
}

async function ask(page: HealthPage, path: string, init: RequestInit = {}) {
  const response = await fetch(`${page.url}${path}`, init);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** Sends raw bytes and returns all that comes back. */
async function send(page: HealthPage, text: string): Promise<string> {
  const { hostname, port } = new URL(page.url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += String(chunk);
  });
  // A server that has said enough may reset the connection while we still write.
  socket.on('error', () => undefined);
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

test('it tells whether it lives, is ready, and what it counted', async () => {
  const page = await start();
  expect(page.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await ask(page, '/healthz')).toMatchObject({ status: 200, text: 'alive\n' });
  expect(await ask(page, '/readyz?verbose')).toMatchObject({ status: 503, text: 'not yet\n' });
  const metrics = await ask(page, '/metrics');
  expect(metrics).toMatchObject({ status: 200, text: 'x_total 1\n' });
  expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
});

test('HEAD says the same without a body; anything else is not allowed or not there', async () => {
  const page = await start();
  expect(await ask(page, '/metrics', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const answer = await ask(page, '/metrics', { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  }
  for (const path of ['/', '/hook', '/metrics/', '//metrics', '/%6detrics', '/../metrics/x']) {
    expect((await ask(page, path)).status, path).toBe(404);
  }
});

test('the hook knocks, where there is one, and reads no body', async () => {
  let knocks = 0;
  const page = await start({
    knock: () => {
      knocks += 1;
    },
  });
  expect(await ask(page, '/hook', { method: 'POST', body: '{"ref":"refs/heads/main"}' })).toMatchObject({
    status: 202,
    text: 'looking again\n',
  });
  expect((await ask(page, '/hook')).status).toBe(405);
  expect(knocks).toBe(1);
  const endless = await send(page, 'POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\nfirst bytes');
  expect(endless).toMatch(/^HTTP\/1\.1 202 /);
});

test('headers are limited, and one connection carries one request', async () => {
  const page = await start();
  expect(await send(page, `GET /healthz HTTP/1.1\r\nHost: x\r\nLong: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/ 431 /);
  expect(await send(page, 'nonsense\r\n\r\n')).toMatch(/ 400 /);
  const two = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(2);
  expect((await send(page, two)).match(/HTTP\/1\.1 200/g)).toHaveLength(1);
});

test('an address that is taken is an answer, not a throw', async () => {
  const page = await start();
  const { port } = new URL(page.url);
  const again = await serveHealth({
    listen: { port: Number(port) },
    metrics: { render: () => '' },
    health: { live: () => ({ good: true, message: '' }), ready: () => ({ good: true, message: '' }) },
  });
  expect(again).toMatchObject({ ok: false, error: expect.stringContaining(`cannot listen on 127.0.0.1 port ${port}`) });
});

test('after the close nobody listens, open connections or not', async () => {
  const page = await start();
  const { hostname, port } = new URL(page.url);
  const idle = connect(Number(port), hostname);
  await once(idle, 'connect');
  const closed = once(idle, 'close');
  await page.close();
  await closed;
  await expect(fetch(`${page.url}/healthz`)).rejects.toThrow();
});
