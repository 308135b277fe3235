import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type BootAnswer, type BootRequest, bodyBytesMax, refusal } from '../../boot/message.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { codeOf } from '../error-code.ts';
import type { TlsIdentity } from '../tls/self-signed.ts';
import type { Content } from './content.ts';
import { readRange } from './range.ts';

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  /** Null: plain HTTP. */
  readonly tls: TlsIdentity | null;
  readonly answer: (request: BootRequest) => Promise<BootAnswer>;
  /** What is behind a body that is no text; the error says why it cannot be had now. */
  readonly content: (body: Exclude<BootAnswer['body'], { kind: 'text' }>) => Promise<Result<Content, string>>;
}

export interface Listening {
  readonly port: number;
  /** Breaks every connection and frees the port. */
  close(): Promise<void>;
}

const connectionsMax = 4_096;
/** A BMC reads its medium on a few, an agent has two or three. */
const connectionsPerPeerMax = 64;
/** Longer than any question is kept open. */
const idleMs = 120_000;

/** The error says why it cannot listen, for people. */
export async function listen(options: ListenOptions): Promise<Result<Listening, string>> {
  const { host, port, tls } = options;
  const sockets = new Set<Socket>();
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    void respond(options, request, response);
  };
  const server: Server =
    tls === null
      ? createServer(onRequest)
      : createTlsServer({ key: tls.key, cert: tls.cert, minVersion: 'TLSv1.2' }, onRequest);
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 15_000;
  server.maxConnections = connectionsMax;
  server.on('connection', (socket: Socket) => admit(sockets, socket));
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  const failure = await new Promise<string | null>((resolve) => {
    server.once('error', (error) => resolve(explain(error, host, port)));
    server.listen({ host, port }, () => resolve(null));
  });
  if (failure !== null) return fail(failure);
  const address = server.address();
  return ok({
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  });
}

function explain(error: Error, host: string, port: number): string {
  const code = codeOf(error) ?? error.message;
  if (code === 'EADDRINUSE') return `port ${port} of ${host} is taken by another program`;
  if (code === 'EADDRNOTAVAIL') return `${host} is not an address of this host; say where to listen with --boot-listen`;
  if (code === 'EACCES') return `port ${port} may not be opened by this user`;
  return `port ${port} of ${host} cannot be opened (${code})`;
}

function admit(sockets: Set<Socket>, socket: Socket): void {
  const { remoteAddress } = socket;
  socket.on('error', () => socket.destroy());
  let ofPeer = 0;
  for (const other of sockets) if (other.remoteAddress === remoteAddress) ofPeer += 1;
  if (ofPeer >= connectionsPerPeerMax) {
    socket.destroy();
    return;
  }
  socket.setTimeout(idleMs, () => socket.destroy());
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
}

async function respond(options: ListenOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  if (body === null) return;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const answer =
    body === undefined
      ? refusal(413, `more than ${bodyBytesMax} bytes`)
      : await options.answer({
          peer: request.socket.remoteAddress ?? '',
          secure: options.tls !== null,
          method: request.method ?? 'GET',
          target: request.url ?? '/',
          headers: joinHeaders(request),
          body,
          gone: gone.signal,
        });
  // `finish`: the operating system has all of it.
  let whole = false;
  response.once('finish', () => {
    whole = true;
  });
  if (response.destroyed) answer.sent?.(false);
  else response.once('close', () => answer.sent?.(whole));
  await send(options, answer, request, response);
}

/** null: the peer went away; undefined: there is more than anybody has to say. */
async function readBody(request: IncomingMessage): Promise<string | null | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      bytes += chunk.length;
      if (bytes <= bodyBytesMax) chunks.push(Buffer.from(chunk));
      // What is on its way is thrown away, so that the answer is seen; who goes on for ever is cut off.
      if (bytes > 16 * bodyBytesMax) {
        request.destroy();
        return null;
      }
    }
  } catch {
    return null;
  }
  return bytes > bodyBytesMax ? undefined : Buffer.concat(chunks).toString('utf8');
}

const joinHeaders = (request: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]),
  );

async function send(
  options: ListenOptions,
  { status, headers, body }: BootAnswer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (body.kind === 'text') {
    const text = Buffer.from(body.text, 'utf8');
    response.writeHead(status, { ...headers, 'content-length': text.length });
    response.end(request.method === 'HEAD' ? undefined : text);
    return;
  }
  const content = await options.content(body);
  if (!content.ok) {
    const text = Buffer.from(`${content.error}\n`, 'utf8');
    response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8', 'content-length': text.length });
    response.end(request.method === 'HEAD' ? undefined : text);
    return;
  }
  await stream(content.value, headers, request, response);
}

async function stream(
  { length, read }: Content,
  headers: BootAnswer['headers'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = request.headers.range;
  // Where the length is not known, nothing but "from here to the end" has an answer, and only from the beginning.
  const part = length === null ? ({ kind: 'whole' } as const) : readRange(asked, length);
  if (part.kind === 'none') {
    response.writeHead(416, { 'content-range': `bytes */${length}`, 'content-length': 0 }).end();
    return;
  }
  const from = part.kind === 'part' ? part.from : 0;
  const to = part.kind === 'part' ? part.to : (length ?? Number.POSITIVE_INFINITY);
  response.writeHead(part.kind === 'part' ? 206 : 200, {
    ...headers,
    'accept-ranges': 'bytes',
    ...(length === null ? {} : { 'content-length': to - from }),
    ...(part.kind === 'part' ? { 'content-range': `bytes ${from}-${to - 1}/${length}` } : {}),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.from(read(from, to), { objectMode: false }), response);
  } catch {
    // The peer went away, or the rest cannot be had: it sees a connection that ends too early, and asks again.
    response.destroy();
  }
}
