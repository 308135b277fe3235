import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HealthState } from '../adapters/events/health.ts';
import { fail, ok, type Result } from '../model/result.ts';

export interface HealthPageOptions {
  /** Loopback unless a host is named; port 0: any free one. */
  readonly listen: { readonly host?: string; readonly port: number };
  readonly metrics: { render(): string };
  readonly health: { live(): HealthState; ready(): HealthState };
  /** What `POST /hook` does: "look again". Absent: there is no such path. */
  readonly knock?: () => void;
}

export interface HealthPage {
  /** `http://127.0.0.1:9464` */
  readonly url: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const connectionsMax = 64;

/**
 * `/healthz`, `/readyz` and `/metrics` for a supervisor and Prometheus: plain text, nothing to log in to, nothing that can
 * be changed. The error says why the address cannot be listened on.
 */
export async function serveHealth(options: HealthPageOptions): Promise<Result<HealthPage, string>> {
  const { host = '127.0.0.1', port } = options.listen;
  const limits = { maxHeaderSize: 8 * 1024, headersTimeout: 5_000, requestTimeout: 5_000 };
  const server = createServer(limits, (request, response) => reply(request, response, answerTo(request, options)));
  server.maxConnections = connectionsMax;
  const failure = await listen(server, host, port);
  if (failure !== null) return fail(`cannot listen on ${host} port ${port}: ${failure}; name another address`);
  const address = server.address();
  return ok({
    url: urlOf(address),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  });
}

function answerTo({ method, url }: IncomingMessage, { metrics, health, knock }: HealthPageOptions): Answer {
  const [path] = (url ?? '').split('?', 1);
  if (path === '/hook' && knock !== undefined) {
    if (method !== 'POST') return notAllowed('POST');
    knock();
    return { status: 202, body: 'looking again\n' };
  }
  if (path !== '/healthz' && path !== '/readyz' && path !== '/metrics') return { status: 404, body: 'not found\n' };
  if (method !== 'GET' && method !== 'HEAD') return notAllowed('GET, HEAD');
  if (path === '/metrics') {
    return {
      status: 200,
      body: metrics.render(),
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
    };
  }
  const { good, message } = path === '/healthz' ? health.live() : health.ready();
  return { status: good ? 200 : 503, body: `${message}\n` };
}

const notAllowed = (allow: string): Answer => ({ status: 405, body: `only ${allow}\n`, headers: { allow } });

/** The connection ends with the answer, so that a body that nobody reads holds nothing. */
function reply(request: IncomingMessage, response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

const listen = (server: Server, host: string, port: number): Promise<string | null> =>
  new Promise((done) => {
    server.on('error', (error) => done(error.message));
    server.listen(port, host, () => done(null));
  });

function urlOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('a server that listens on TCP has an address');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
