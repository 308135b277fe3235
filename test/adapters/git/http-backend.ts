import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { plainEnvironment } from './people.ts';

/** What the server does wrong from now on. */
export type HttpFault =
  | { readonly kind: 'status'; readonly status: number }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'redirect'; readonly to: string }
  /** Answers as Git does, but leaves out the last so many bytes of an answer that carries a pack. */
  | { readonly kind: 'truncate'; readonly missing: number; readonly politely: boolean }
  /** Leaves out the last so many bytes of the list of refs. */
  | { readonly kind: 'short-list'; readonly missing: number }
  /** Answers with these bytes in place of an answer that carries a pack. */
  | { readonly kind: 'replace'; readonly body: Buffer }
  | { readonly kind: 'page' };

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
}

export interface GitHttp {
  /** `http(s)://127.0.0.1:<port>`; a repository `r.git` under the root is at `<url>/r.git`. */
  readonly url: string;
  readonly requests: SeenRequest[];
  fault: HttpFault | null;
  /** Called before each request is served; what it does happens between a client's two questions. */
  before: (request: SeenRequest) => void;
  /** Only requests whose URL matches are served wrong. */
  faultFor: RegExp;
  close(): Promise<void>;
}

export interface GitHttpOptions {
  /** Folder of bare repositories. */
  readonly root: string;
  readonly username?: string;
  readonly password?: string;
  /** PEM. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** `git http-backend` behind Node's HTTP server, with Basic authentication where a password is given. */
export async function startGitHttp(options: GitHttpOptions): Promise<GitHttp> {
  const requests: SeenRequest[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/' } = request;
    const seen = { method, url, authorization: request.headers.authorization };
    requests.push(seen);
    git.before(seen);
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    const fault = git.faultFor.test(url) ? git.fault : null;
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'status') return end(response, fault.status);
    if (fault?.kind === 'redirect') return end(response, 302, { location: fault.to + url });
    if (fault?.kind === 'page') return end(response, 200, { 'content-type': 'text/html' }, '<html>Sign in</html>');
    if (options.password !== undefined && request.headers.authorization !== basic(options)) {
      return end(response, 401, { 'www-authenticate': 'Basic realm="git"' });
    }
    serve(options, request, response, fault);
  };
  const server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const git: GitHttp = {
    url: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests,
    fault: null,
    before: () => undefined,
    faultFor: /./,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return git;
}

const basic = ({ username = '', password = '' }: GitHttpOptions): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}, body = ''): void {
  response.writeHead(status, headers).end(body);
}

function serve(
  options: GitHttpOptions,
  request: IncomingMessage,
  response: ServerResponse,
  fault: HttpFault | null,
): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    env: {
      ...plainEnvironment,
      GIT_PROJECT_ROOT: options.root,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: options.username ?? 'somebody',
      REMOTE_ADDR: '127.0.0.1',
      REQUEST_METHOD: request.method ?? 'GET',
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      // A chunked body has no length; git then reads to the end.
      ...(request.headers['content-length'] !== undefined && { CONTENT_LENGTH: request.headers['content-length'] }),
      ...(request.headers['content-encoding'] !== undefined && {
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      }),
      ...(typeof request.headers['git-protocol'] === 'string' && { GIT_PROTOCOL: request.headers['git-protocol'] }),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => undefined);
  request.pipe(child.stdin);
  const asked: Buffer[] = [];
  request.on('data', (chunk: Buffer) => asked.push(chunk));
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('close', () => {
    const body = Buffer.concat(asked);
    const plain = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
    const asksForPack = plain.includes('want ');
    const concerned = fault?.kind === 'short-list' ? request.method === 'GET' : asksForPack;
    answer(Buffer.concat(chunks), response, concerned ? fault : null);
  });
}

/** CGI headers, an empty line, the body. */
function answer(output: Buffer, response: ServerResponse, fault: HttpFault | null): void {
  const split = output.indexOf('\r\n\r\n');
  if (split < 0) {
    end(response, 500);
    return;
  }
  const headers: Record<string, string> = {};
  for (const line of output.toString('latin1', 0, split).split('\r\n')) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const status = Number.parseInt(headers.status ?? '200', 10);
  delete headers.status;
  const body = output.subarray(split + 4);
  if (fault?.kind === 'truncate' && !fault.politely) {
    response.writeHead(status, { ...headers, 'content-length': String(body.length) });
    response.write(body.subarray(0, body.length - fault.missing), () => response.destroy());
    return;
  }
  response.writeHead(status, headers);
  if (fault?.kind === 'replace') response.end(fault.body);
  else if (fault?.kind === 'short-list') response.end(body.subarray(0, body.length - fault.missing));
  else response.end(fault?.kind === 'truncate' ? body.subarray(0, body.length - fault.missing) : body);
}
