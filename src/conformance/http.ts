import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import type { Clock } from '../ports/clock.ts';
import type { Http, HttpOutcome, HttpRequest } from '../ports/http.ts';
import type { Case } from './suite.ts';

/** How a peer behaves towards every request. */
export type Behaviour =
  | {
      readonly kind: 'answers';
      readonly status: number;
      /** A list is sent as repeated header lines. */
      readonly headers?: Readonly<Record<string, string | readonly string[]>>;
      readonly body?: string;
    }
  /** HTTP/1.0, without a length: the end of the connection is the end of the body. */
  | { readonly kind: 'answers-old'; readonly body: string }
  /** Announces more than it sends, then hangs up. */
  | { readonly kind: 'truncates' }
  /** A body without end. */
  | { readonly kind: 'floods' }
  /** Takes the request and says nothing. */
  | { readonly kind: 'silent' }
  /** Takes the request and breaks the connection. */
  | { readonly kind: 'hangs-up' }
  /** Answers bytes that are not HTTP. */
  | { readonly kind: 'noise' }
  /** Nobody listens. */
  | { readonly kind: 'absent' };

export interface PeerRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Equal for requests on the same connection. */
  readonly connection: number;
}

export interface Peer {
  /** `http://127.0.0.1:port`, without a path. */
  readonly url: string;
  readonly received: readonly PeerRequest[];
}

export interface HttpBench {
  readonly http: Http;
  readonly clock: Clock;
  peer(behaviour: Behaviour): Promise<Peer>;
  close(): Promise<void>;
}

const limits = { connectMs: 2_000, idleMs: 300, totalMs: 2_000, bodyBytesMax: 10_000 };
/** Far above the limits, so that a slow machine does not fail it, and one without limits does. */
const patienceMs = 20_000;

type Ask = (url: string, more?: Partial<HttpRequest>, signal?: AbortSignal) => Promise<HttpOutcome>;
type Check = (bench: HttpBench, ask: Ask) => Promise<void>;

/** What every `Http` promises. Each case gets a bench of its own and closes it. */
export const httpCases = (make: () => Promise<HttpBench>): readonly Case[] =>
  Object.entries(promises).map(([name, check]) => ({
    name,
    run: async () => {
      const bench = await make();
      const ask: Ask = (url, more = {}, signal) =>
        inTime(bench, bench.http.request({ method: 'GET', url, headers: {}, limits, ...more }, signal));
      try {
        await check(bench, ask);
      } finally {
        await bench.close();
      }
    },
  }));

const promises: Readonly<Record<string, Check>> = {
  'a request arrives as it was given': async (bench, ask) => {
    const peer = await bench.peer({ kind: 'answers', status: 200 });
    const headers = { 'x-auth-token': 'abc', 'content-type': 'application/json' };
    await ask(`${peer.url}/redfish/v1/?x=1`, { method: 'PATCH', headers, body: '{"Ä":"ß"}', fresh: true });
    const [request, ...more] = peer.received;
    equal(more.length, 0);
    equal(request?.method, 'PATCH');
    equal(request?.path, '/redfish/v1/?x=1');
    equal(request?.body, '{"Ä":"ß"}');
    equal(request?.headers['x-auth-token'], 'abc');
    equal(request?.headers['content-type'], 'application/json');
  },

  'an answer comes back whole, header names in lower case and repeated ones joined': async (bench, ask) => {
    const headers = { 'X-One': 'a', 'X-Many': ['b', 'c'] };
    const peer = await bench.peer({ kind: 'answers', status: 200, headers, body: 'Grüße' });
    const answer = answered(await ask(peer.url));
    equal(text(answer), 'Grüße');
    equal(answer.headers['x-one'], 'a');
    equal(answer.headers['x-many'], 'b, c');
  },

  'a status that says no is an answer': async (bench, ask) => {
    for (const status of [204, 400, 404, 500, 503]) {
      const peer = await bench.peer({ kind: 'answers', status });
      equal(answered(await ask(peer.url)).status, status);
    }
  },

  'an old answer without a length is read to its end': async (bench, ask) => {
    const peer = await bench.peer({ kind: 'answers-old', body: 'old' });
    equal(text(answered(await ask(peer.url))), 'old');
  },

  'a redirect is not followed': async (bench, ask) => {
    const other = await bench.peer({ kind: 'answers', status: 200 });
    const peer = await bench.peer({ kind: 'answers', status: 302, headers: { location: other.url } });
    equal(answered(await ask(peer.url)).status, 302);
    equal(other.received.length, 0);
  },

  'a request after another is not sent twice, whatever becomes of it': async (bench, ask) => {
    for (const kind of ['hangs-up', 'noise', 'silent', 'truncates'] as const) {
      for (const fresh of [false, true]) {
        const peer = await bench.peer({ kind });
        await ask(peer.url, { method: 'POST', body: '{}', fresh });
        equal(peer.received.length, 1, `${kind} makes it repeat`);
      }
    }
  },

  'silence ends in a timeout, and it may have arrived': async (bench, ask) => {
    const peer = await bench.peer({ kind: 'silent' });
    fails(await ask(peer.url), 'timeout', 'maybe');
  },

  'a broken connection is a reset, and it may have arrived': async (bench, ask) => {
    const peer = await bench.peer({ kind: 'hangs-up' });
    fails(await ask(peer.url, { method: 'POST', fresh: true }), 'reset', 'maybe');
  },

  'a truncated answer is a reset and not a shorter answer': async (bench, ask) => {
    const peer = await bench.peer({ kind: 'truncates' });
    fails(await ask(peer.url), 'reset', 'maybe');
  },

  'what is not HTTP is garbage': async (bench, ask) => {
    const peer = await bench.peer({ kind: 'noise' });
    fails(await ask(peer.url), 'garbage', 'maybe');
  },

  'a body over its limit is refused': async (bench, ask) => {
    // It ends by its size, and not because a busy machine was slow.
    const patient = { limits: { ...limits, idleMs: patienceMs, totalMs: patienceMs } };
    const endless = await bench.peer({ kind: 'floods' });
    fails(await ask(endless.url, patient), 'too-large', 'maybe');
    const long = await bench.peer({ kind: 'answers', status: 200, body: 'x'.repeat(limits.bodyBytesMax + 1) });
    fails(await ask(long.url, patient), 'too-large', 'maybe');
    const fitting = await bench.peer({ kind: 'answers', status: 200, body: 'x'.repeat(limits.bodyBytesMax) });
    equal(answered(await ask(fitting.url, patient)).body.length, limits.bodyBytesMax);
  },

  'where nobody listens, surely nothing was sent': async (bench, ask) => {
    const peer = await bench.peer({ kind: 'absent' });
    fails(await ask(peer.url, { method: 'POST', fresh: true }), 'refused', 'no');
  },

  'a peer outside the ranges is not connected to': async (bench, ask) => {
    const peer = await bench.peer({ kind: 'answers', status: 200 });
    for (const within of [['10.0.0.0/8', 'fd00::/8'], [], ['nonsense', '127.0.0.0/99', '127.0.0.1/8/8']]) {
      fails(await ask(peer.url, { within }), 'confined', 'no');
    }
    equal(peer.received.length, 0);
    equal(answered(await ask(peer.url, { within: ['10.0.0.0/8', '127.0.0.0/8'] })).status, 200);
  },

  'an address with a user name, or of another scheme, is not used': async (bench, ask) => {
    const peer = await bench.peer({ kind: 'answers', status: 200 });
    for (const url of [peer.url.replace('//', '//admin:pw@'), 'ftp://127.0.0.1/', '/redfish/v1', '']) {
      fails(await ask(url), 'garbage', 'no');
    }
    equal(peer.received.length, 0);
  },

  'a header that cannot be sent is a failure and not an exception': async (bench, ask) => {
    const peer = await bench.peer({ kind: 'answers', status: 200 });
    fails(await ask(peer.url, { headers: { 'if-match': 'a\r\nx: y' } }), 'garbage', 'no');
    equal(peer.received.length, 0);
  },

  'what is called off before it began never leaves': async (bench, ask) => {
    const peer = await bench.peer({ kind: 'answers', status: 200 });
    fails(await ask(peer.url, { method: 'POST' }, AbortSignal.abort()), 'aborted', 'no');
    equal(peer.received.length, 0);
  },

  'what is called off on its way ends at once, and it may have arrived': async (bench, ask) => {
    const peer = await bench.peer({ kind: 'silent' });
    const off = new AbortController();
    const outcome = ask(
      peer.url,
      { method: 'POST', limits: { ...limits, idleMs: patienceMs, totalMs: patienceMs } },
      off.signal,
    );
    while (peer.received.length === 0) await bench.clock.sleep(5);
    off.abort();
    fails(await outcome, 'aborted', 'maybe');
  },

  'a fresh request has a connection of its own': async (bench, ask) => {
    const peer = await bench.peer({ kind: 'answers', status: 200, body: '{}' });
    await ask(peer.url);
    await ask(peer.url, { fresh: true });
    await ask(peer.url, { fresh: true });
    const [first, second, third] = peer.received.map((request) => request.connection);
    ok(first !== undefined && second !== undefined && third !== undefined);
    notEqual(second, first);
    notEqual(third, second);
  },

  'requests at one time do not mix': async (bench, ask) => {
    const peers = await Promise.all(
      [1, 2, 3, 4].map((n) => bench.peer({ kind: 'answers', status: 200, body: String(n) })),
    );
    const answers = await Promise.all([...peers, ...peers].map((peer) => ask(peer.url)));
    deepEqual(
      answers.map((outcome) => text(answered(outcome))),
      ['1', '2', '3', '4', '1', '2', '3', '4'],
    );
  },
};

type Answer = Extract<HttpOutcome, { kind: 'answer' }>;
type Failure = Extract<HttpOutcome, { kind: 'failed' }>;

function answered(outcome: HttpOutcome): Answer {
  if (outcome.kind === 'answer') return outcome;
  throw new Error(`no answer: ${outcome.reason}, ${outcome.message}`);
}

function fails(outcome: HttpOutcome, reason: Failure['reason'], sent: Failure['sent']): void {
  if (outcome.kind === 'answer') throw new Error(`answered ${outcome.status} where it should fail`);
  deepEqual({ reason: outcome.reason, sent: outcome.sent }, { reason, sent }, outcome.message);
  ok(outcome.message.length > 0, 'a failure says what happened');
}

const text = (answer: Answer): string => new TextDecoder().decode(answer.body);

async function inTime<T>(bench: HttpBench, promise: Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = bench.clock.sleep(patienceMs, done.signal).then(() => {
    if (!done.signal.aborted) throw new Error(`no outcome after ${patienceMs} ms`);
    return promise;
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    done.abort();
  }
}
