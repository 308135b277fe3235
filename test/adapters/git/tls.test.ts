import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRepo } from '../../../src/adapters/git/choose.ts';
import type { Repo } from '../../../src/ports/repo.ts';
import { type GitHttp, startGitHttp } from './http-backend.ts';
import { People } from './people.ts';

const main = 'refs/heads/main';
let folder: string;
let git: GitHttp;
let proxy: Server;
let asked: { method: string; url: string; login: string | undefined }[] = [];
const opened: Repo[] = [];
const sockets = new Set<Duplex>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nanometal-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'ca.pem')];
  const name = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...kind, '-keyout', key, '-out', cert, ...name], { stdio: 'ignore' });
  People.begin(join(folder, 'fleet.git'));
  git = await startGitHttp({ root: folder, tls: { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') } });
  proxy = createServer((request, response) => response.writeHead(500).end(request.url));
  proxy.on('connect', (request, socket) => {
    sockets.add(socket);
    const login = request.headers['proxy-authorization'];
    asked.push({ method: request.method ?? '', url: request.url ?? '', login });
    if (login === undefined) {
      socket.end(
        `HTTP/1.1 407 Who are you\r\n${['Proxy-Authenticate: Basic realm="p"', 'Content-Length: 0', 'Connection: close'].join('\r\n')}\r\n\r\n`,
      );
      return;
    }
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const through = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    through.on('error', () => socket.destroy());
    socket.on('error', () => through.destroy());
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
});

afterAll(async () => {
  for (const repo of opened) await repo.close();
  await git.close();
  for (const socket of sockets) socket.destroy();
  await new Promise((done) => {
    proxy.close(done);
  });
  rmSync(folder, { recursive: true, force: true });
});

for (const adapter of ['native', 'isomorphic'] as const) {
  const open = async (options: { caFile?: string; proxy?: string }): Promise<Repo> => {
    const stateDir = join(folder, `state-${opened.length}`);
    const found = await openRepo({ adapter, stateDir, remote: `${git.url}/fleet.git`, ...options });
    if (!found.ok) throw new Error(found.error.message);
    opened.push(found.value);
    return found.value;
  };

  describe(adapter, () => {
    it('trusts the authority that was given, and no unknown one', async () => {
      const trusting = await open({ caFile: join(folder, 'ca.pem') });
      expect(await trusting.fetch([main])).toEqual({ ok: true, value: new Map([[main, null]]) });
      const strict = await open({});
      expect(await strict.fetch([main])).toMatchObject({ ok: false, error: { reason: 'unreachable' } });
    });

    it('goes through a proxy end to end: the proxy learns the host and nothing more', async () => {
      const port = (proxy.address() as AddressInfo).port;
      asked = [];
      const repo = await open({ caFile: join(folder, 'ca.pem'), proxy: `http://ada:secret@127.0.0.1:${port}` });
      const author = { name: 'n', email: 'e' };
      const id = await repo.write({
        parents: [],
        base: null,
        changes: new Map([['a', adapter]]),
        message: 'm',
        author,
        at: 0,
      });
      expect(await repo.push(`refs/heads/${adapter}`, null, id)).toEqual({ kind: 'pushed' });
      expect(asked.length).toBeGreaterThan(0);
      for (const { method, url } of asked) expect([method, url]).toEqual(['CONNECT', git.url.slice('https://'.length)]);
      expect(asked.at(-1)?.login).toBe(`Basic ${Buffer.from('ada:secret').toString('base64')}`);
    });

    it('a proxy that wants a login, or is not there, is told apart from a push that may have landed', async () => {
      const port = (proxy.address() as AddressInfo).port;
      const strict = await open({ caFile: join(folder, 'ca.pem'), proxy: `http://127.0.0.1:${port}` });
      const refused = await strict.fetch([main]);
      expect(refused.ok ? '' : refused.error.reason).toBe('credentials');
      const away = await open({ caFile: join(folder, 'ca.pem'), proxy: 'http://127.0.0.1:9' });
      expect(await away.fetch([main])).toMatchObject({ ok: false, error: { reason: 'unreachable' } });
    });
  });
}
