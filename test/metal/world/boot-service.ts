import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { join } from 'node:path';

/** The lines `key=value` of one request, in order. */
export type Said = readonly (readonly [string, string])[];

export interface Call {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly said: Said;
}

/** What a test wants to be answered. A number is an HTTP status; null is no answer at all. */
export type Answer = string | number | null;

export const token = 'A'.repeat(43);

/** A boot service that is as small as the contract allows, and says what a test wants it to. */
export class SmallBootService {
  readonly #server: Server;
  readonly #signer: KeyObject;
  /** `nanometal.conf` without an address of the agent's own: it asks DHCP. */
  readonly settings: string;
  readonly #watchers = new Set<() => void>();
  /** Everything that was asked, images aside. */
  readonly calls: Call[] = [];
  /** Where images begin to be sent from, one for each request. */
  readonly ranges: string[] = [];
  /** By path: `/images/…`, `/agent/v1/seed/…`. */
  readonly files = new Map<string, Buffer>();
  /** Cuts the connection after so many bytes of an image, once. */
  cutAfter: number | null = null;
  /** Sends no more of an image after so many bytes, once, and leaves the connection as it is. */
  stallAfter: number | null = null;
  #stalls = 0;
  onClaim: (call: Call) => Answer = () => 'then=wait\nseconds=1\n';
  onReport: (call: Call) => Answer = () => 'then=wait\n';
  onHello: (call: Call) => Answer = () => 403;

  private constructor(server: Server, signer: KeyObject, settings: string) {
    this.#server = server;
    this.#signer = signer;
    this.settings = settings;
  }

  static async start(folder: string): Promise<SmallBootService> {
    const key = join(folder, 'tls.key');
    const certificate = join(folder, 'tls.crt');
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'].concat([
        '-subj',
        '/CN=nanometal',
        '-keyout',
        key,
        '-out',
        certificate,
      ]),
      { stdio: 'ignore' },
    );
    const pem = readFileSync(certificate);
    const pin = createHash('sha256')
      .update(new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64');
    const pair = generateKeyPairSync('ed25519');
    const server = createServer({ key: readFileSync(key), cert: pem });
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const signing = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    const service = new SmallBootService(
      server,
      pair.privateKey,
      `contract=1\nurl=https://10.0.2.2:${port}\npin=${pin}\nkey=${signing}\ntoken=${token}\n`,
    );
    server.on('request', (request, response) => void service.#serve(request, response));
    return service;
  }

  get url(): string {
    return /url=(.*)/.exec(this.settings)?.[1] ?? '';
  }

  /** The answer that hands this out. */
  work(item: string): string {
    const bytes = Buffer.from(item);
    return [
      'then=work',
      `item=${bytes.toString('base64')}`,
      `signature=${sign(null, bytes, this.#signer).toString('base64')}\n`,
    ].join('\n');
  }

  /** The first call that fits, of those that came before too. */
  until(fits: (call: Call) => boolean): Promise<Call> {
    return this.#wait(() => this.calls.find(fits));
  }

  /** Once all that `stallAfter` let through has been sent. */
  async stalled(): Promise<void> {
    const before = this.#stalls;
    await this.#wait(() => (this.#stalls > before ? true : undefined));
  }

  #wait<T>(found: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = (): void => {
        const value = found();
        if (value === undefined) return;
        this.#watchers.delete(look);
        resolve(value);
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** A report that ends the work. */
  end(): Promise<Call> {
    return this.until((call) => call.path === '/agent/v1/report' && first(call, 'state') !== 'working');
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const parts: Buffer[] = [];
    for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
    if (request.method === 'GET') {
      this.#send(path, request.headers.range, response);
      return;
    }
    const said = Buffer.concat(parts)
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line): readonly [string, string] => [line.split('=', 1)[0] ?? '', line.slice(line.indexOf('=') + 1)]);
    const call: Call = { path, authorization: request.headers.authorization, said };
    const answer = said.length === 0 ? 'then=wait\n' : this.#answer(call);
    if (said.length > 0) this.calls.push(call);
    if (typeof answer === 'string') response.end(answer);
    else if (answer === null) request.socket.destroy();
    else response.writeHead(answer).end();
    this.#tell();
  }

  #answer(call: Call): Answer {
    if (call.path === '/agent/v1/hello') return this.onHello(call);
    if (call.authorization !== `Bearer ${token}`) return 401;
    if (call.path === '/agent/v1/claim') return this.onClaim(call);
    return call.path === '/agent/v1/report' ? this.onReport(call) : 404;
  }

  #send(path: string, range: string | undefined, response: ServerResponse): void {
    const file = this.files.get(path);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    if (path.startsWith('/images/')) this.ranges.push(range ?? '');
    response.writeHead(range === undefined ? 200 : 206, {
      'content-length': file.length - from,
      ...(range === undefined ? {} : { 'content-range': `bytes ${from}-${file.length - 1}/${file.length}` }),
    });
    if (!path.startsWith('/images/')) {
      response.end(file.subarray(from));
    } else if (this.cutAfter !== null) {
      response.write(file.subarray(from, this.cutAfter), () => response.destroy());
      this.cutAfter = null;
    } else if (this.stallAfter !== null) {
      response.write(file.subarray(from, this.stallAfter), () => {
        this.#stalls += 1;
        this.#tell();
      });
      this.stallAfter = null;
    } else {
      response.end(file.subarray(from));
    }
  }

  #tell(): void {
    for (const look of [...this.#watchers]) look();
  }
}

/** The first value of a key. */
export const first = (call: Call, key: string): string | undefined => call.said.find(([name]) => name === key)?.[1];

/** All of them. */
export const all = (call: Call, key: string): readonly string[] =>
  call.said.filter(([name]) => name === key).map(([, value]) => value);
