import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import type { Socket } from 'node:net';
import { NoAnswer } from './no-answer.ts';

/** `CONNECT` through an HTTP proxy (RFC 9110 §9.3.6): TLS then runs from end to end inside it. */
export function openTunnel(proxy: URL, target: string, connectMs: number, signal: AbortSignal): Promise<Socket> {
  const request = proxy.protocol === 'https:' ? requestTls : requestPlain;
  const login = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return new Promise((done, failed) => {
    const asked = request({
      hostname: proxy.hostname,
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: target,
      agent: false,
      signal,
      headers: {
        host: target,
        ...(proxy.username !== '' && { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` }),
      },
    });
    const fail = (reason: 'timeout' | 'credentials' | 'unreachable', message: string) => {
      asked.destroy();
      failed(new NoAnswer(reason, message));
    };
    const timer = setTimeout(() => fail('timeout', `the proxy did not answer within ${connectMs} ms`), connectMs);
    asked.on('connect', (response, socket) => {
      clearTimeout(timer);
      if (response.statusCode === 200) return done(socket);
      fail(response.statusCode === 407 ? 'credentials' : 'unreachable', `the proxy answered ${response.statusCode}`);
    });
    asked.on('response', (response) => {
      clearTimeout(timer);
      fail('unreachable', `the proxy answered ${response.statusCode}`);
    });
    asked.on('error', () => {
      clearTimeout(timer);
      fail(signal.aborted ? 'timeout' : 'unreachable', 'the proxy cannot be reached');
    });
    asked.end();
  });
}
