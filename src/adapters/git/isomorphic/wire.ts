import { readFile } from 'node:fs/promises';
import { GitRemoteHTTP } from 'isomorphic-git/managers';
import type { CommitId } from '../../../model/names.ts';
import { fail, ok, type Result } from '../../../model/result.ts';
import type { RepoFailure } from '../../../ports/repo.ts';
import { type Login, type LoginSource, readLogin } from '../credentials.ts';
import type { GitLimits } from '../limits.ts';
import { Damage } from '../object/damage.ts';
import { objectIdPattern } from '../object/id.ts';
import { joining } from '../object/slices.ts';
import { breather, unhurried } from '../store/breathe.ts';
import { quote } from '../words.ts';
import { exchange, type HttpAnswer, type HttpPeer } from './http-exchange.ts';
import { NoAnswer } from './no-answer.ts';
import { endingInFlush } from './pkt-line.ts';

export interface WireOptions {
  /** Without userinfo. */
  readonly url: string;
  readonly login: LoginSource;
  readonly caFile?: string;
  readonly proxy?: string;
  readonly limits: GitLimits;
  /** Ends what is under way. */
  readonly closing: AbortSignal;
}

/** What a server says it has and can do. */
export interface Advertised {
  readonly refs: ReadonlyMap<string, CommitId>;
  readonly capabilities: ReadonlySet<string>;
}

export type Program = 'git-upload-pack' | 'git-receive-pack';

/**
 * One conversation with a Git server over HTTP, fetch or push: isomorphic-git speaks, our own client carries it. The
 * deadline runs from the first request to the last answer.
 */
export class Conversation {
  readonly #url: string;
  readonly #program: Program;
  readonly #peer: HttpPeer;
  readonly #login: Login | null;
  readonly #signals: readonly AbortSignal[];
  #status: number | undefined;
  #posted = false;

  private constructor(url: string, program: Program, peer: HttpPeer, login: Login | null, closing: AbortSignal) {
    this.#url = url;
    this.#program = program;
    this.#peer = peer;
    this.#login = login;
    this.#signals = [AbortSignal.timeout(peer.limits.totalMs), closing];
  }

  static async begin(options: WireOptions, program: Program): Promise<Result<Conversation, RepoFailure>> {
    const login = await readLogin(options.login);
    if (!login.ok) return login;
    const peer: HttpPeer = {
      limits: options.limits,
      ...(options.caFile !== undefined && { ca: await readFile(options.caFile, 'utf8') }),
      ...(options.proxy !== undefined && { proxy: options.proxy }),
    };
    return ok(new Conversation(options.url, program, peer, login.value, options.closing));
  }

  /** False: nothing that could change the remote has been sent. */
  get posted(): boolean {
    return this.#posted;
  }

  async discover(): Promise<Result<Advertised, RepoFailure>> {
    const asked = { http: this.#client(), service: this.#program, url: this.#url };
    return this.#guarded(async () => {
      const found: unknown = await GitRemoteHTTP.discover({ ...asked, headers: this.#headers(), protocolVersion: 1 });
      return readAdvertised(found);
    }, 'asking');
  }

  async send(body: Buffer): Promise<Result<Buffer, RepoFailure>> {
    this.#posted = true;
    const asked = { http: this.#client(), service: this.#program, url: this.#url, auth: {}, headers: this.#headers() };
    return this.#guarded(async () => {
      const answer = await GitRemoteHTTP.connect({ ...asked, body: [body] });
      const chunks: Uint8Array[] = [];
      for await (const chunk of answer.body ?? []) chunks.push(chunk);
      const [only] = chunks;
      return chunks.length === 1 && Buffer.isBuffer(only) ? only : unhurried(joining(chunks));
    }, 'taking');
  }

  /** A server's words, with our secrets taken out. */
  quoted(text: string): string {
    return quote(text, this.#login ? [this.#login.password.reveal()] : []);
  }

  async #guarded<T>(talk: () => Promise<T>, phase: 'asking' | 'taking'): Promise<Result<T, RepoFailure>> {
    this.#status = undefined;
    try {
      return ok(await talk());
    } catch (error) {
      if (error instanceof NoAnswer) return fail({ reason: error.reason, message: error.message });
      if (error instanceof Damage) return fail({ reason: 'corrupt', message: error.message });
      // isomorphic-git throws for every status but 200; the status itself says what it means.
      if (this.#status === undefined) throw error;
      return fail(this.#failureOf(this.#status, phase));
    }
  }

  #failureOf(status: number, phase: 'asking' | 'taking'): RepoFailure {
    const message = `the server answered ${status}`;
    if (status === 401 || status === 403 || status === 407) return { reason: 'credentials', message };
    if (status === 404 || status === 410) return { reason: 'not-found', message };
    if (status === 413) return { reason: 'too-large', message };
    if (status >= 300 && status < 400) {
      return { reason: 'refused', message: `${message}: a redirect, which is not followed; name the new address` };
    }
    if (status !== 200) return { reason: 'unreachable', message };
    return phase === 'asking'
      ? { reason: 'not-found', message: 'something answers there, but not as a Git server' }
      : { reason: 'corrupt', message: 'the server answered what no Git server answers' };
  }

  #headers(): Record<string, string> {
    if (this.#login === null) return {};
    const pair = `${this.#login.username}:${this.#login.password.reveal()}`;
    return { Authorization: `Basic ${Buffer.from(pair, 'utf8').toString('base64')}` };
  }

  #bytesMax(method: string): number {
    const { packBytesMax, refsBytesMax } = this.#peer.limits;
    return method === 'GET' ? Math.min(refsBytesMax, packBytesMax) : packBytesMax;
  }

  /** The `http` that isomorphic-git is handed. */
  #client() {
    return {
      request: async (ask: {
        url: string;
        method?: string | undefined;
        headers?: Record<string, string> | undefined;
        body?: unknown;
      }) => {
        const method = ask.method ?? 'GET';
        const body = await joinBody(ask.body);
        const answer = await exchange(
          { url: ask.url, method, headers: ask.headers ?? {}, body, bytesMax: this.#bytesMax(method) },
          this.#peer,
          this.#signals,
        );
        this.#status = answer.status;
        if (method === 'GET' && answer.status === 200) await checkAdvertisement(answer);
        return {
          url: ask.url,
          method,
          headers: answer.headers,
          body: inPieces(answer.body, method === 'GET' ? pieceBytes : answer.body.length),
          statusCode: answer.status,
          statusMessage: answer.statusText,
        };
      },
    };
  }
}

/** isomorphic-git takes a list of refs apart in one go where it is given all at once. */
const pieceBytes = 64 * 1024;

async function* inPieces(bytes: Buffer, size: number): AsyncIterableIterator<Uint8Array> {
  const breathe = breather();
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
    await breathe();
  }
}

async function joinBody(body: unknown): Promise<Buffer | null> {
  if (body === undefined || body === null) return null;
  if (!Array.isArray(body)) throw new Error('isomorphic-git sent a body that is no list');
  return Buffer.concat(body.filter((part) => part instanceof Uint8Array));
}

/** Only a list of refs that came whole goes on to isomorphic-git. What is no such list, it tells apart itself. */
async function checkAdvertisement(answer: HttpAnswer): Promise<void> {
  if (!answer.headers['content-type']?.startsWith('application/x-git-')) return;
  if (!(await unhurried(endingInFlush(answer.body)))) throw new Damage('the list of refs breaks off');
}

function readAdvertised(found: unknown): Advertised {
  const fields: Record<string, unknown> = { ...(typeof found === 'object' ? found : {}) };
  const refs = new Map<string, CommitId>();
  const capabilities = new Set<string>();
  if (!(fields.refs instanceof Map) || !(fields.capabilities instanceof Set)) {
    throw new Damage('the server speaks another version of the protocol than it was asked for');
  }
  for (const name of fields.capabilities) if (typeof name === 'string') capabilities.add(name);
  if ([...capabilities].some((name) => name.startsWith('object-format=') && name !== 'object-format=sha1')) {
    throw new NoAnswer('refused', 'the repository names its objects by SHA-256, which nanometal does not');
  }
  for (const [name, id] of fields.refs) {
    // A server with a part of its history only says so among its refs; what is missing is found when it is asked for.
    if (id === 'shallow') continue;
    if (typeof name !== 'string' || typeof id !== 'string' || !objectIdPattern.test(id)) {
      throw new Damage('the list of refs is not readable');
    }
    refs.set(name, id);
  }
  return { refs, capabilities };
}
