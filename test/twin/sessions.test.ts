import { describe, expect, it } from 'vitest';
import { createBench, jsonOf, messageIds, reset, system } from './bench.ts';

const sessions = '/redfish/v1/SessionService/Sessions';
const login = { UserName: 'admin', Password: 'password' };
const nobody = { authorization: '' };

describe('sessions', () => {
  it('open without login, carry a token, and close', () => {
    const bench = createBench();
    const answer = bench.send('POST', sessions, login, nobody);
    if (answer.kind !== 'reply') throw new Error('no reply');
    expect(answer.status).toBe(201);
    const token = answer.headers['x-auth-token'] ?? '';
    const location = answer.headers.location ?? '';
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.body).not.toContain(token);
    const withToken = { ...nobody, 'x-auth-token': token };
    expect(bench.status('GET', system, undefined, withToken)).toBe(200);
    expect(bench.status('DELETE', location, undefined, withToken)).toBe(204);
    expect(bench.status('GET', system, undefined, withToken)).toBe(401);
    expect(bench.status('DELETE', location)).toBe(404);
  });

  it('are logged without the password, and are no mutation of the hardware', () => {
    const bench = createBench();
    bench.send('POST', sessions, login, nobody);
    expect(bench.log).toEqual([
      {
        at: '2026-11-22T10:00:00.000Z',
        machine: 'm1',
        method: 'POST',
        path: sessions,
        body: { UserName: 'admin', Password: '[redacted]' },
        status: 201,
        class: 'session',
        effect: null,
      },
    ]);
    bench.send('POST', sessions, '{"Password":"password"', nobody);
    expect(JSON.stringify(bench.log)).not.toContain('"password"');
  });

  it('end after a time without use', () => {
    const bench = createBench();
    const answer = bench.send('POST', sessions, login, nobody);
    const token = answer.kind === 'reply' ? (answer.headers['x-auth-token'] ?? '') : '';
    const withToken = { ...nobody, 'x-auth-token': token };
    bench.wait(1_799_999);
    expect(bench.status('GET', system, undefined, withToken)).toBe(200);
    bench.wait(1_799_999);
    expect(bench.status('GET', system, undefined, withToken)).toBe(200);
    bench.wait(1_800_000);
    expect(bench.status('GET', system, undefined, withToken)).toBe(401);
  });

  it('are at most sixteen: 503 after that, until one closes', () => {
    const bench = createBench();
    for (let count = 0; count < 16; count += 1) expect(bench.status('POST', sessions, login, nobody)).toBe(201);
    const full = bench.send('POST', sessions, login, nobody);
    expect(full).toMatchObject({ status: 503 });
    expect(messageIds(full)).toEqual(['SessionLimitExceeded']);
    expect(bench.status('DELETE', `${sessions}/3`)).toBe(204);
    const answer = bench.send('POST', sessions, login, nobody);
    expect(jsonOf(answer)).toMatchObject({ Id: '17' });
  });

  it.each([
    [{ UserName: 'admin', Password: 'wrong' }, 401],
    [{ UserName: 'root', Password: 'password' }, 401],
    [{ UserName: 'admin' }, 400],
    ['nonsense', 400],
  ])('are refused: %j', (body, status) => {
    expect(createBench().status('POST', sessions, body, nobody)).toBe(status);
  });
});

describe('without login', () => {
  it.each(['/redfish', '/redfish/v1', '/redfish/v1/', '/redfish/v1/odata', '/redfish/v1/$metadata'])(
    '%s can be read',
    (path) => {
      expect(createBench().status('GET', path, undefined, nobody)).toBe(200);
    },
  );

  it.each([
    ['GET', system],
    ['GET', '/redfish/v1/NoSuchThing'],
    ['POST', reset],
    ['GET', sessions],
  ])('%s %s is refused', (method, path) => {
    for (const headers of [nobody, { authorization: 'Basic !!!' }, { authorization: `Basic ${btoa('admin:no')}` }]) {
      expect(createBench().send(method, path, undefined, headers)).toMatchObject({
        status: 401,
        headers: { 'www-authenticate': 'Basic realm="twin"' },
      });
    }
  });
});
