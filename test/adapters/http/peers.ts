import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { systemClock } from '../../../src/adapters/clock.ts';
import { createHttp, type HttpOptions } from '../../../src/adapters/http/create.ts';
import type { Behaviour, HttpBench, Peer, PeerRequest } from '../../../src/conformance/http.ts';

/** The real client against peers on loopback, each behaving in one way. */
export function openBench(options: HttpOptions = {}): HttpBench {
  const http = createHttp(options);
  const servers: Server[] = [];
  return {
    http,
    clock: systemClock,
    peer: async (behaviour) => {
      const peer = await openPeer(behaviour);
      servers.push(peer.server);
      return peer;
    },
    close: async () => {
      http.close();
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

async function openPeer(behaviour: Behaviour): Promise<Peer & { readonly server: Server }> {
  const received: PeerRequest[] = [];
  const connections = new Map<Socket, number>();
  const server = createServer((request, response) => {
    const connection = connections.get(request.socket) ?? connections.size;
    connections.set(request.socket, connection);
    void readAll(request).then((body) => {
      received.push(noted(request, body, connection));
      behave(behaviour, request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const url = `http://127.0.0.1:${portOf(server)}`;
  if (behaviour.kind === 'absent') await new Promise((closed) => server.close(closed));
  return { url, received, server };
}

export function portOf(server: { address(): AddressInfo | string | null }): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}

function noted(request: IncomingMessage, body: string, connection: number): PeerRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: Object.fromEntries(headers),
    body,
    connection,
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function behave(behaviour: Behaviour, request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request;
  switch (behaviour.kind) {
    case 'answers': {
      for (const [name, value] of Object.entries(behaviour.headers ?? {})) {
        response.setHeader(name, typeof value === 'string' ? value : [...value]);
      }
      response.writeHead(behaviour.status).end(behaviour.body);
      return;
    }
    case 'answers-old':
      socket.end(`HTTP/1.0 200 OK\r\ncontent-type: text/plain\r\n\r\n${behaviour.body}`);
      return;
    case 'truncates':
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"half":');
      return;
    case 'floods':
      response.writeHead(200);
      flood(response);
      return;
    case 'silent':
      return;
    case 'hangs-up':
      socket.resetAndDestroy();
      return;
    case 'noise':
      socket.end('\u0000\u0001 this is not what was asked for \r\n\r\n');
      return;
    case 'absent':
      return;
  }
}

function flood(response: ServerResponse): void {
  if (response.destroyed) return;
  response.write('x'.repeat(4096), () => flood(response));
}
