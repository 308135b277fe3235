import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import { createServer as createPlainServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttp } from '../../../src/adapters/http/create.ts';
import type { HttpRequest } from '../../../src/ports/http.ts';
import { certificate, pin, privateKey } from './certificate.ts';
import { portOf } from './peers.ts';

const limits = { connectMs: 3_000, idleMs: 3_000, totalMs: 5_000, bodyBytesMax: 1_000 };
const wrongPin = 'ab'.repeat(32);

let server: Server;
let received: string[] = [];
let url = '';

beforeAll(async () => {
  server = createServer({ cert: certificate, key: privateKey }, (request, response) => {
    received.push(`${request.method} ${request.url}`);
    response.end('{}');
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  url = `https://127.0.0.1:${portOf(server)}/redfish/v1/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function ask(more: Partial<HttpRequest>, options: Parameters<typeof createHttp>[0] = {}) {
  received = [];
  const http = createHttp(options);
  const outcome = await http.request({ method: 'GET', url, headers: {}, limits, ...more });
  http.close();
  return outcome;
}

describe('TLS', () => {
  test('a pinned key is enough, without any authority', async () => {
    expect(await ask({ tls: { pin } })).toMatchObject({ kind: 'answer', status: 200 });
    expect(await ask({ tls: { pin: pin.toUpperCase() } })).toMatchObject({ kind: 'answer', status: 200 });
  });

  test('another key than the pinned one: not a byte is sent, and the key that was there is named', async () => {
    const outcome = await ask({ method: 'POST', tls: { pin: wrongPin }, fresh: true });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'tls', sent: 'no', peerKey: pin });
    expect(received).toEqual([]);
  });

  test('a wrong pin is not mended by `insecure`, nor by an authority', async () => {
    expect(await ask({ tls: { pin: wrongPin, insecure: true } })).toMatchObject({ reason: 'tls', sent: 'no' });
    expect(received).toEqual([]);
  });

  test('a certificate that nobody vouches for is refused, and its key is named', async () => {
    expect(await ask({})).toMatchObject({ kind: 'failed', reason: 'tls', sent: 'no', peerKey: pin });
    expect(received).toEqual([]);
  });

  test('`insecure` takes any certificate', async () => {
    expect(await ask({ tls: { insecure: true } })).toMatchObject({ kind: 'answer', status: 200 });
  });

  test('`learn` takes any certificate and names its key; nobody else is told it', async () => {
    for (const fresh of [true, false]) {
      expect(await ask({ tls: { learn: true }, fresh })).toMatchObject({ kind: 'answer', status: 200, peerKey: pin });
    }
    expect(await ask({ tls: { insecure: true } })).not.toHaveProperty('peerKey');
    expect(await ask({ tls: { pin: wrongPin, learn: true } })).toMatchObject({ kind: 'failed', reason: 'tls' });
  });

  test('a connection that was taken without a check does not serve a request that wants one', async () => {
    const http = createHttp();
    const request = { method: 'GET', url, headers: {}, limits } as const;
    expect(await http.request({ ...request, tls: { insecure: true } })).toMatchObject({ kind: 'answer' });
    expect(await http.request(request)).toMatchObject({ kind: 'failed', reason: 'tls' });
    expect(await http.request({ ...request, tls: { pin: wrongPin } })).toMatchObject({ kind: 'failed', reason: 'tls' });
    http.close();
  });

  test('an authority from a file is trusted, for the names that its certificate holds', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nanometal-ca-'));
    const caFile = join(folder, 'ca.pem');
    writeFileSync(caFile, certificate);
    expect(await ask({}, { caFile })).toMatchObject({ kind: 'answer', status: 200 });
    expect(await ask({ url: url.replace('127.0.0.1', 'localhost') }, { caFile })).toMatchObject({ kind: 'answer' });
    await rm(folder, { recursive: true });
    expect(() => createHttp({ caFile })).toThrow();
  });

  test('a peer that does not speak TLS, or falls silent, or hangs up, is not spoken to', async () => {
    const words: string[] = [];
    for (const [behaviour, reason] of [
      ['silent', 'timeout'],
      ['hangs up', 'tls'],
      ['plain', 'tls'],
    ] as const) {
      const plain = createPlainServer((socket) => {
        socket.on('error', () => {});
        socket.on('data', (data) => words.push(data.toString('latin1')));
        if (behaviour === 'hangs up') socket.once('data', () => socket.end());
        if (behaviour === 'plain') socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
      });
      plain.listen(0, '127.0.0.1');
      await new Promise((listening) => plain.once('listening', listening));
      const at = `https://127.0.0.1:${portOf(plain)}/secret-path`;
      const outcome = await ask({ url: at, tls: { pin }, limits: { ...limits, connectMs: 300 } });
      expect(outcome, behaviour).toMatchObject({ kind: 'failed', reason, sent: 'no' });
      plain.close();
    }
    expect(words.join()).not.toContain('secret-path');
  });
});
