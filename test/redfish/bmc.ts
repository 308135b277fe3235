import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Resources by path, as a BMC keeps them. */
export type Tree = Readonly<Record<string, unknown>>;

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Scripted {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export type Trouble = 'none' | 'hang' | 'reset' | 'unavailable' | 'garbage';

export interface FixtureBmc {
  readonly url: string;
  /** Everything but logins and logouts. */
  readonly received: ReceivedRequest[];
  readonly logins: ReceivedRequest[];
  readonly logouts: string[];
  tree: Tree;
  /** Answers instead of the tree; `undefined`: it does not. */
  script: (request: ReceivedRequest) => Scripted | undefined;
  /** `times`: for so many requests only. */
  trouble: { kind: Trouble; only?: 'mutations'; times?: number };
  /** Ends every session, as a restart does. */
  forgetSessions(): void;
  close(): Promise<void>;
}

export const username = 'admin';
export const password = 'pa55-word-öäü';
/** A fixed prefix, so that a test can look for tokens where none should be. */
export const tokenPrefix = 'token-of-the-fixture-';
const sessionsPath = '/redfish/v1/sessionservice/sessions';

/** A BMC that knows a tree by heart: read-only, with sessions, scripted answers and troubles. */
export async function openBmc(tree: Tree): Promise<FixtureBmc> {
  const server = createServer();
  const tokens = new Set<string>();
  const bmc: FixtureBmc = {
    url: await listen(server),
    received: [],
    logins: [],
    logouts: [],
    tree,
    script: () => undefined,
    trouble: { kind: 'none' },
    forgetSessions: () => tokens.clear(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void readRequest(request).then((received) => answer(bmc, tokens, received, response));
  });
  return bmc;
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return `http://127.0.0.1:${address.port}`;
}

async function readRequest(request: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function answer(bmc: FixtureBmc, tokens: Set<string>, request: ReceivedRequest, response: ServerResponse): void {
  const session = plain(request.path).startsWith(sessionsPath);
  if (!session) bmc.received.push(request);
  else if (request.method === 'POST') bmc.logins.push(request);
  else if (request.method === 'DELETE') bmc.logouts.push(request.path);
  const hit = bmc.trouble.only === undefined || (request.method !== 'GET' && !session);
  const { times } = bmc.trouble;
  if (hit && times !== 0 && troubled(bmc.trouble.kind, response)) {
    if (times !== undefined) bmc.trouble = { ...bmc.trouble, times: times - 1 };
    return;
  }
  reply(response, bmc.script(request) ?? (session ? enter(tokens, request) : lookUp(bmc, tokens, request)));
}

function enter(tokens: Set<string>, request: ReceivedRequest): Scripted {
  if (request.method === 'DELETE') return { status: tokens.delete(tokenOf(request)) ? 204 : 401 };
  const given: unknown = JSON.parse(request.body);
  const good = JSON.stringify(given) === JSON.stringify({ UserName: username, Password: password });
  if (!good) return { status: 401, body: { error: { message: 'wrong name or password' } } };
  const token = `${tokenPrefix}${tokens.size + 1}`;
  tokens.add(token);
  const headers = { 'x-auth-token': token, location: `/redfish/v1/SessionService/Sessions/${tokens.size}` };
  return { status: 201, headers, body: {} };
}

function lookUp(bmc: FixtureBmc, tokens: Set<string>, request: ReceivedRequest): Scripted {
  const path = plain(request.path);
  if (path !== '/redfish/v1' && !tokens.has(tokenOf(request)) && request.headers.authorization !== basic) {
    return { status: 401, body: { error: { '@Message.ExtendedInfo': { MessageId: 'Base.1.0.NoValidSession' } } } };
  }
  if (request.method !== 'GET') return { status: 204 };
  const found = Object.entries(bmc.tree).find(([key]) => plain(key) === path);
  return found === undefined ? { status: 404, body: {} } : { status: 200, body: found[1] };
}

const tokenOf = (request: ReceivedRequest): string => request.headers['x-auth-token'] ?? '';
const basic = `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;

/** Without query, slash at the end and case: real iLOs list links in a case that they do not use. */
const plain = (path: string): string => (path.split('?')[0] ?? '').toLowerCase().replace(/\/+$/, '');

function reply(response: ServerResponse, { status, headers, body }: Scripted): void {
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}

/** True: the answer has been given, or never will be. */
function troubled(kind: Trouble, response: ServerResponse): boolean {
  switch (kind) {
    case 'none':
      return false;
    case 'hang':
      return true;
    case 'reset':
      response.socket?.resetAndDestroy();
      return true;
    case 'unavailable':
      response.writeHead(503).end('<html><title>503 try later</title></html>');
      return true;
    case 'garbage':
      response.writeHead(200).end(']]>}{ "not": json');
      return true;
  }
}
