import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { never } from '../../model/never.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { Answer } from '../../twin/answer.ts';
import { isReachable } from '../../twin/bmc.ts';
import { receive } from '../../twin/receive.ts';
import { pathOf } from '../../twin/serve.ts';
import type { TlsIdentity } from '../tls/self-signed.ts';
import { control, controlPath } from './control.ts';
import type { EffectLog } from './effect-log.ts';
import { readBody } from './read-body.ts';
import type { Twin } from './twin.ts';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly twin: Twin;
  readonly tls: TlsIdentity | null;
  readonly log: EffectLog;
  readonly now: () => number;
  /** For people: where it listens, and what it talks to. */
  readonly host: string;
}

/** More than any client needs of one BMC. */
const connectionsMax = 200;
/** A hung request is given up after this, so that a client without patience limits costs no socket for ever. */
const hangMsMax = 600_000;

/** Puts one machine on the network. The error says why it cannot be: the port is taken, or not allowed. */
export async function listen(options: ListenOptions): Promise<Result<Listening, string>> {
  const { twin, tls, host } = options;
  const sockets = new Map<string, Socket>();
  const answer: RequestListener = (request, response) => {
    void respond(options, sockets, request, response);
  };
  const server: Server =
    tls === null ? createServer(answer) : createTlsServer({ key: tls.key, cert: tls.cert }, answer);
  server.requestTimeout = 30_000;
  server.maxConnections = connectionsMax;
  server.on('connection', (socket: Socket) => track(sockets, socket, () => isReachable(twin.bmc, options.now())));
  // A client that speaks no HTTP or no TLS is cut off; what is wrong with it is not the twin's business.
  server.on('clientError', (_error, socket) => socket.destroy());
  const failure = await new Promise<string | null>((resolve) => {
    server.once('error', (error) => resolve(error.message));
    server.listen(twin.port, host, () => resolve(null));
  });
  if (failure !== null) return fail(`${twin.bmc.spec.name}: ${failure}`);
  const address = server.address();
  return ok({
    port: typeof address === 'object' && address !== null ? address.port : twin.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets.values()) socket.destroy();
      }),
  });
}

/** Sockets are known by their peer, because a TLS request holds another object than the connection it came on. */
function track(sockets: Map<string, Socket>, socket: Socket, reachable: () => boolean): void {
  const peer = peerOf(socket);
  socket.on('error', () => socket.destroy());
  if (!reachable()) {
    socket.resetAndDestroy();
    return;
  }
  sockets.set(peer, socket);
  socket.once('close', () => {
    if (sockets.get(peer) === socket) sockets.delete(peer);
  });
}

const peerOf = (socket: Socket): string => `${socket.remoteAddress}:${socket.remotePort}`;

async function respond(
  { twin, log, now }: ListenOptions,
  sockets: Map<string, Socket>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const socket = sockets.get(peerOf(request.socket)) ?? request.socket;
  const body = await readBody(request);
  if (body === null) return;
  const method = request.method ?? 'GET';
  const target = request.url ?? '/';
  const path = pathOf(target);
  if (path === controlPath || path.startsWith(`${controlPath}/`)) {
    const { status, body: shown } = control(twin, method, path, body, now());
    response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(shown)}\n`);
    return;
  }
  const received = receive(twin.bmc, { method, target, headers: joinHeaders(request), body }, now());
  log.append(received.effects);
  twin.bmc = received.bmc;
  send(received.answer, response, socket);
  if (!isReachable(twin.bmc, now())) dropOthers(sockets, socket);
}

function send(answer: Answer, response: ServerResponse, socket: Socket): void {
  switch (answer.kind) {
    case 'reply':
      // Node leaves the body out where there must be none: for HEAD and 204.
      response.writeHead(answer.status, answer.headers).end(answer.body);
      return;
    case 'hang':
      socket.setTimeout(hangMsMax, () => socket.destroy());
      return;
    case 'reset':
      socket.resetAndDestroy();
      return;
    case 'noise':
      socket.end(answer.text);
      return;
    default:
      never(answer);
  }
}

/** A BMC that restarts breaks every connection but the one that it still answers on. */
function dropOthers(sockets: ReadonlyMap<string, Socket>, kept: Socket): void {
  for (const socket of sockets.values()) if (socket !== kept) socket.resetAndDestroy();
}

function joinHeaders(request: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
