import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRepo } from '../../../src/adapters/git/choose.ts';
import { HttpTrace } from '../../../src/adapters/git/native/http-trace.ts';
import { proxyFor } from '../../../src/adapters/git/proxy.ts';
import { parseRemote } from '../../../src/adapters/git/remote.ts';
import { quote } from '../../../src/adapters/git/words.ts';

const secret = 'hunter2-secret';

describe('addresses', () => {
  it.each([
    ['/srv/git/fleet.git', { kind: 'path', path: '/srv/git/fleet.git' }],
    ['file:///srv/git/fleet.git', { kind: 'path', path: '/srv/git/fleet.git' }],
    [
      'https://git.example.org/fleet.git/',
      { kind: 'http', url: 'https://git.example.org/fleet.git', host: 'git.example.org', secure: true },
    ],
    ['http://127.0.0.1:8000/r', { kind: 'http', url: 'http://127.0.0.1:8000/r', host: '127.0.0.1', secure: false }],
    ['ssh://git@git.example.org:2222/fleet.git', { kind: 'ssh', url: 'ssh://git@git.example.org:2222/fleet.git' }],
    ['git@git.example.org:ops/fleet.git', { kind: 'ssh', url: 'git@git.example.org:ops/fleet.git' }],
  ])('%s', (text, remote) => {
    expect(parseRemote(text)).toEqual({ ok: true, value: remote });
  });

  it.each([
    `https://user:${secret}@git.example.org/fleet.git`,
    `https://${secret}@git.example.org/fleet.git`,
    `https:/user:${secret}@git.example.org/fleet.git`,
    `//user:${secret}@git.example.org/fleet.git`,
    `https://git.example.org/fleet.git?private_token=${secret}`,
    `https://git.example.org/fleet.git#${secret}`,
    `ssh://git:${secret}@git.example.org/fleet.git`,
    `git:${secret}@git.example.org:fleet.git`,
    `https://user:${secret} x@/`,
    `ftp://user:${secret}@git.example.org/`,
    `ext::sh -c ${secret}`,
    `ssh://-oProxyCommand=${secret}/x`,
    `https://git.example.org/\n${secret}`,
    `file://${secret}.example.org/r`,
  ])('%j is refused, with a reason that does not repeat it', async (remote) => {
    const opened = await openRepo({ remote, stateDir: '/nonexistent/state' });
    expect(opened).toMatchObject({ ok: false, error: { reason: 'refused' } });
    expect(JSON.stringify(opened)).not.toContain(secret);
  });

  it('any text is an address or is refused', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => typeof parseRemote(text).ok === 'boolean'));
  });

  it('a token does not go over plain http to another host', async () => {
    const options = { stateDir: '/nonexistent/state', tokenFile: '/nonexistent/token' };
    const opened = await openRepo({ ...options, remote: 'http://git.example.org/fleet.git' });
    expect(opened).toMatchObject({ ok: false, error: { reason: 'refused' } });
  });

  it('a file that is named and not there is named in the reason', async () => {
    const remote = 'https://git.example.org/fleet.git';
    const opened = await openRepo({ remote, stateDir: '/nonexistent/state', caFile: '/nonexistent/ca.pem' });
    expect(opened).toMatchObject({ ok: false, error: { reason: 'refused' } });
    expect(JSON.stringify(opened)).toContain('/nonexistent/ca.pem');
  });
});

describe('words of others', () => {
  it('lose userinfo, secrets in three spellings, and control characters', () => {
    const said = `at https://a:b@c/ with ${secret}, ${Buffer.from(secret).toString('base64')}\u0007\n`;
    expect(quote(said, [secret])).toBe('at https://c/ with [secret], [secret]');
    expect(quote('x'.repeat(10_000)).length).toBeLessThan(1_000);
  });
});

describe('proxies', () => {
  const https = { kind: 'http', url: 'https://git.example.org/r', host: 'git.example.org', secure: true } as const;
  const near = { kind: 'http', url: 'https://127.0.0.1/r', host: '127.0.0.1', secure: true } as const;
  const set = { HTTPS_PROXY: 'http://proxy:3128', HTTP_PROXY: 'http://other:3128' };

  it('come from what was given, then from the environment, unless the host is excepted', () => {
    expect(proxyFor(https, 'http://given:1', set)).toBe('http://given:1');
    expect(proxyFor(https, undefined, set)).toBe('http://proxy:3128');
    expect(proxyFor(https, undefined, { ...set, NO_PROXY: 'x, .example.org' })).toBeUndefined();
    expect(proxyFor(https, undefined, { ...set, NO_PROXY: 'ample.org' })).toBe('http://proxy:3128');
    expect(proxyFor(https, undefined, { ...set, no_proxy: '*' })).toBeUndefined();
    expect(proxyFor(https, undefined, {})).toBeUndefined();
    expect(proxyFor({ ...https, secure: false }, undefined, set)).toBeUndefined();
    expect(proxyFor(near, undefined, set)).toBeUndefined();
  });
});

describe('the trace of a conversation', () => {
  const lines = (...headers: string[]): string => headers.map((header) => `12:00:00 http.c:1 ${header}\n`).join('');

  it('tells the answers of the server, in pieces of any size, and not those of a proxy that lets us through', () => {
    const text = lines(
      '=> Send header: CONNECT git.example.org:443 HTTP/1.1',
      '<= Recv header: HTTP/1.1 200 Connection established',
      '=> Send header: GET /r/info/refs HTTP/1.1',
      '<= Recv header: HTTP/1.1 401 Unauthorized',
      '=> Send header: GET /r/info/refs HTTP/1.1',
      '<= Recv header: HTTP/2 200',
      '<= Recv header: Content-Type: application/x-git-upload-pack-advertisement; charset=x',
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (size) => {
        const trace = new HttpTrace();
        for (let at = 0; at < text.length; at += size) trace.push(text.slice(at, at + size));
        expect(trace.answers).toEqual([
          { status: 401, contentType: '' },
          { status: 200, contentType: 'application/x-git-upload-pack-advertisement' },
        ]);
      }),
    );
  });
});
