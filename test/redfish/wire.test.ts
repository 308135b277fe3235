import { describe, expect, test } from 'vitest';
import type { Bmc } from '../../src/model/fleet.ts';
import type { HttpRequest } from '../../src/ports/http.ts';
import { defaultLimits } from '../../src/redfish/limits.ts';
import { endpointOf, isExposed, wireTo } from '../../src/redfish/wire.ts';

const bmc: Bmc = { driver: 'redfish', address: 'https://10.1.3.12', credentials: 'x', insecure: false };
const limits = defaultLimits.read;

async function sent(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', change: Partial<Bmc> = {}, body?: unknown) {
  const requests: HttpRequest[] = [];
  const endpoint = endpointOf({ ...bmc, ...change }, ['10.1.0.0/16']);
  if (endpoint === null) throw new Error('no endpoint');
  const http = {
    request: async (request: HttpRequest) => {
      requests.push(request);
      return { kind: 'failed', sent: 'no', reason: 'refused', message: 'nobody' } as const;
    },
  };
  await wireTo(http, endpoint)({ method, path: '/redfish/v1/', limits, ...(body === undefined ? {} : { body }) });
  const [request] = requests;
  if (request === undefined || requests.length > 1) throw new Error(`${requests.length} requests`);
  return request;
}

describe('a request on its way to a BMC', () => {
  test('is confined, pinned and limited as the machine says', async () => {
    const request = await sent('GET', { tlsPin: 'ab'.repeat(32) });
    expect(request.url).toBe('https://10.1.3.12/redfish/v1/');
    expect(request.within).toEqual(['10.1.0.0/16']);
    expect(request.tls).toEqual({ pin: 'ab'.repeat(32), insecure: false });
    expect(request.limits).toEqual(limits);
    expect((await sent('GET', { insecure: true })).tls).toEqual({ insecure: true });
  });

  test('has a connection of its own unless it is a GET', async () => {
    expect((await sent('GET')).fresh).toBe(false);
    for (const method of ['POST', 'PATCH', 'DELETE'] as const) expect((await sent(method)).fresh).toBe(true);
  });

  test('says what it carries and what it expects', async () => {
    const request = await sent('PATCH', {}, { Boot: {} });
    expect(request.body).toBe('{"Boot":{}}');
    expect(request.headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'odata-version': '4.0',
    });
    expect((await sent('GET')).headers).not.toHaveProperty('content-type');
  });
});

test.each([
  ['https://10.1.3.12', false, false],
  ['http://10.1.3.12', false, true],
  ['http://10.1.3.12', true, false],
  ['http://127.0.0.1:18000', false, false],
  ['http://127.8.8.8', false, false],
  ['http://[::1]:18000', false, false],
  ['http://localhost:18000', false, false],
  ['http://localhost.example', false, true],
  ['http://127.0.0.1.example', false, true],
])('%s, insecure %s: a password could be read: %s', (address, insecure, exposed) => {
  const endpoint = endpointOf({ ...bmc, address, insecure }, []);
  expect(endpoint !== null && isExposed(endpoint)).toBe(exposed);
});
