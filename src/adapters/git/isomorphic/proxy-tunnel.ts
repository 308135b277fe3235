import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import type { Socket } from 'node:net';
import type { RepoFailure } from '../../../ports/repo.ts';
import { NoAnswer } from './no-answer.ts';
import { onAbort } from './on-abort.ts';

/** `CONNECT` through an HTTP proxy (RFC 9110 §9.3.6): TLS then runs from end to end inside it. */
export function openTunnel(
  proxy: URL,
  target: string,
  connectMs: number,
  signals: readonly AbortSignal[],
): Promise<Socket> {
  const request = proxy.protocol === 'https:' ? requestTls : requestPlain;
  const login = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  const headers = {
    host: target,
    ...(proxy.username !== '' && { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` }),
  };
  const port = proxy.port || (proxy.protocol === 'https:' ? 443 : 80);
  return new Promise((done, failed) => {
    const asked = request({ hostname: proxy.hostname, port, method: 'CONNECT', path: target, agent: false, headers });
    let forget = (): void => undefined;
    const finish = () => {
      clearTimeout(timer);
      forget();
    };
    const fail = (reason: RepoFailure['reason'], message: string) => {
      finish();
      failed(new NoAnswer(reason, message));
      asked.destroy();
    };
    const timer = setTimeout(() => fail('timeout', `the proxy did not answer within ${connectMs} ms`), connectMs);
    const answered = (status: number | undefined) =>
      fail(status === 407 ? 'credentials' : 'unreachable', `the proxy answered ${status}`);
    asked.on('connect', (response, socket) => {
      if (response.statusCode !== 200) return answered(response.statusCode);
      finish();
      done(socket);
    });
    asked.on('response', (response) => answered(response.statusCode));
    asked.on('error', () => fail('unreachable', 'the proxy cannot be reached'));
    forget = onAbort(signals, () => fail('timeout', 'the proxy took too long, or closed meanwhile'));
    asked.end();
  });
}
