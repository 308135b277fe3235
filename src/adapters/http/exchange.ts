import { type ClientRequest, type IncomingMessage, request as startRequest } from 'node:http';
import type { HttpOutcome, HttpRequest } from '../../ports/http.ts';
import { readBody } from './body.ts';
import type { Destination } from './destination.ts';
import type { LineOptions, Lines } from './lines.ts';
import { NoLine } from './no-line.ts';
import { peerKeyOf } from './secure-line.ts';

type Failure = Extract<HttpOutcome, { kind: 'failed' }>;

/** One request on one connection, from the wait for a connection to the last byte of the answer. */
export interface Exchange {
  readonly outcome: Promise<HttpOutcome>;
  /** Ends it with this failure, unless it has ended. */
  stop(reason: Failure['reason'], message: string): void;
}

export function startExchange(lines: Lines, to: Destination, url: URL, request: HttpRequest): Exchange {
  // Node assigns a connection just before it writes the first byte: until then nothing has left.
  let sent: Failure['sent'] = 'no';
  let peerKey: string | undefined;
  let settle: (outcome: HttpOutcome) => void = () => {};
  const outcome = new Promise<HttpOutcome>((resolve) => {
    settle = resolve;
  });
  const outgoing = startRequest(optionsFor(lines, to, url, request));
  const stop: Exchange['stop'] = (reason, message) => {
    settle({ kind: 'failed', sent, reason, message });
    outgoing.destroy();
  };
  outgoing.once('socket', (socket) => {
    sent = 'maybe';
    if (to.learn) peerKey = peerKeyOf(socket);
    socket.setTimeout(request.limits.idleMs);
  });
  outgoing.once('timeout', () => stop('timeout', `no byte from ${url.host} for ${request.limits.idleMs} ms`));
  outgoing.on('error', (error: NodeJS.ErrnoException) => settle(explain(error, sent, url)));
  outgoing.once('response', (incoming) =>
    receive(outgoing, incoming, request).then((received) =>
      settle(received.kind === 'answer' && peerKey !== undefined ? { ...received, peerKey } : received),
    ),
  );
  outgoing.end(request.body);
  return { outcome, stop };
}

function optionsFor(lines: Lines, to: Destination, url: URL, request: HttpRequest): LineOptions {
  return {
    agent: lines,
    destination: to,
    host: to.host,
    port: to.port,
    method: request.method,
    path: `${url.pathname}${url.search}`,
    // Compressed answers would have to be unpacked within the same limits, and give some services other ETags.
    headers: { 'accept-encoding': 'identity', ...request.headers, host: url.host },
    timeout: request.limits.idleMs,
  };
}

async function receive(outgoing: ClientRequest, incoming: IncomingMessage, request: HttpRequest): Promise<HttpOutcome> {
  const body = await readBody(incoming, request.limits.bodyBytesMax);
  if ('failed' in body) {
    outgoing.destroy();
    return { kind: 'failed', sent: 'maybe', reason: body.failed, message: body.message };
  }
  return { kind: 'answer', status: incoming.statusCode ?? 0, headers: joined(incoming.headersDistinct), body };
}

function joined(headers: NodeJS.Dict<string[]>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, (values ?? []).join(', ')]));
}

function explain(error: NodeJS.ErrnoException, sent: Failure['sent'], url: URL): Failure {
  if (error instanceof NoLine) {
    const { reason, message, peerKey } = error;
    return { kind: 'failed', sent: 'no', reason, message, ...(peerKey === undefined ? {} : { peerKey }) };
  }
  const code = error.code ?? 'failed';
  const reason = code.startsWith('HPE_') ? 'garbage' : 'reset';
  const what = reason === 'garbage' ? 'answered what is not HTTP' : 'broke the connection';
  return { kind: 'failed', sent, reason, message: `${url.host} ${what} (${code})` };
}
