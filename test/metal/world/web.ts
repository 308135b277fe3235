import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';

/** Serves files over plain HTTP on loopback, whole or by one range, as a boot service does. */
export interface Web {
  readonly port: number;
  /** `METHOD /path user-agent`, of each request. */
  readonly requests: readonly string[];
  /** From now on there at `/name`. */
  offer(name: string, path: string): void;
  close(): Promise<void>;
}

export async function startWeb(): Promise<Web> {
  const files = new Map<string, string>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    requests.push(`${method} ${url} ${request.headers['user-agent'] ?? ''}`);
    const path = files.get(url.slice(1));
    if (path === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { size } = statSync(path);
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    const start = Number(from ?? 0);
    const end = to ? Math.min(Number(to), size - 1) : size - 1;
    response.writeHead(from === undefined ? 200 : 206, {
      'content-type': path.endsWith('.efi') ? 'application/efi' : 'application/octet-stream',
      'content-length': end - start + 1,
      'accept-ranges': 'bytes',
      ...(from === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${size}` }),
    });
    if (method === 'HEAD') response.end();
    else createReadStream(path, { start, end }).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    requests,
    offer: (name, path) => void files.set(name, path),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
