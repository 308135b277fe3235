import { type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { GitLimits } from '../limits.ts';
import { joining } from '../object/slices.ts';
import { unhurried } from '../store/breathe.ts';
import { NoAnswer } from './no-answer.ts';
import { onAbort } from './on-abort.ts';
import { openTunnel } from './proxy-tunnel.ts';

export interface HttpPeer {
  /** PEM, in place of the system's authorities. */
  readonly ca?: string;
  /** `http://[user:password@]host:port` */
  readonly proxy?: string;
  readonly limits: GitLimits;
}

export interface HttpAsk {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  /** Of the answer. */
  readonly bytesMax: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/**
 * One request, one answer, in memory, within limits. A connection of its own each time: Node's shared ones time out
 * after seconds of silence, and a server hook may be silent for longer. No redirect is followed, so a login goes to the
 * host it was meant for and to no other.
 */
export async function exchange(ask: HttpAsk, peer: HttpPeer, signals: readonly AbortSignal[]): Promise<HttpAnswer> {
  const request = await begin(ask, peer, signals);
  const { limits } = peer;
  return new Promise((done, failed) => {
    const stop = (error: NoAnswer) => {
      finish();
      failed(error);
      request.destroy();
    };
    const late = (what: string) => stop(new NoAnswer('timeout', what));
    const connecting = setTimeout(() => late(`no connection within ${limits.connectMs} ms`), limits.connectMs);
    let forget = (): void => undefined;
    const finish = () => {
      clearTimeout(connecting);
      forget();
    };
    request.on('socket', (socket) => {
      socket.setTimeout(limits.idleMs, () => late(`silent for ${limits.idleMs} ms`));
      socket.on(ask.url.startsWith('https:') ? 'secureConnect' : 'connect', () => clearTimeout(connecting));
    });
    request.on('error', (error) => stop(asNoAnswer(error)));
    request.on('response', (response) => {
      gather(response, ask.bytesMax).then(
        (answer) => {
          finish();
          done(answer);
        },
        (error: unknown) => stop(asNoAnswer(error)),
      );
    });
    forget = onAbort(signals, () => late(`not done within ${limits.totalMs} ms, or closed meanwhile`));
    request.end(ask.body ?? undefined);
  });
}

const asNoAnswer = (error: unknown): NoAnswer =>
  error instanceof NoAnswer ? error : new NoAnswer('unreachable', describe(error));

async function begin(ask: HttpAsk, peer: HttpPeer, signals: readonly AbortSignal[]): Promise<ClientRequest> {
  const url = new URL(ask.url);
  const length: Record<string, string> = ask.body ? { 'content-length': String(ask.body.length) } : {};
  const headers = { ...ask.headers, ...length, host: url.host, connection: 'close' };
  const options = { method: ask.method, headers, agent: false, path: url.pathname + url.search } as const;
  const host = { hostname: url.hostname.replace(/^\[|\]$/g, ''), port: url.port || defaultPort(url) };
  const authority = peer.ca === undefined ? {} : { ca: peer.ca };
  if (peer.proxy === undefined) {
    return url.protocol === 'https:'
      ? requestTls({ ...options, ...host, ...authority })
      : requestPlain({ ...options, ...host });
  }
  const proxy = new URL(peer.proxy);
  if (url.protocol === 'https:') {
    const socket = await openTunnel(proxy, `${host.hostname}:${host.port}`, peer.limits.connectMs, signals);
    const { agent: _, ...direct } = options;
    const servername = isIP(host.hostname) === 0 ? host.hostname : '';
    return requestTls({
      ...direct,
      ...host,
      createConnection: () => connect({ socket, host: host.hostname, servername, ...authority }),
    });
  }
  // A proxy for plain HTTP is asked for the whole address.
  return requestPlain({ ...options, hostname: proxy.hostname, port: proxy.port || 80, path: ask.url });
}

const defaultPort = (url: URL): number => (url.protocol === 'https:' ? 443 : 80);

async function gather(response: IncomingMessage, bytesMax: number): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > bytesMax) throw new NoAnswer('too-large', `the answer is larger than ${bytesMax} bytes`);
    chunks.push(chunk);
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    status: response.statusCode ?? 0,
    statusText: response.statusMessage ?? '',
    headers,
    body: await unhurried(joining(chunks)),
  };
}

/** Codes of Node and OpenSSL name no secret; messages might. */
function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'an unknown reason';
  return `the connection failed (${code})`;
}
