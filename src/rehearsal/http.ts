import { never } from '../model/never.ts';
import type { Http, HttpOutcome, HttpRequest } from '../ports/http.ts';
import type { Answer } from '../twin/answer.ts';
import { type Bmc, isReachable } from '../twin/bmc.ts';
import type { EffectEntry } from '../twin/effect.ts';
import { receive } from '../twin/receive.ts';
import { tick } from '../twin/tick.ts';
import type { Fate, Fates } from './fate.ts';
import type { Kernel } from './kernel.ts';
import type { Life } from './life.ts';

/** A simulated BMC at an address of the simulated network. */
export interface Station {
  /** `https://10.1.0.1` */
  readonly origin: string;
  /** SHA-256 of its public key as hex; where the address is https. */
  readonly key: string;
  bmc: Bmc;
  /** What runs behind it; absent: nothing that would do anything by itself. */
  machine?: { noticed(): void };
}

/** The network in front of the BMCs. */
export interface Network {
  readonly stations: ReadonlyMap<string, Station>;
  /** Told before the answer leaves; `wayMs` ago the request set out. */
  received(station: Station, entry: EffectEntry, wayMs: number): void;
  /** Told of every request that a program makes, wherever it goes. */
  asked(request: HttpRequest): void;
}

type Failed = Extract<HttpOutcome, { kind: 'failed' }>;
const failed = (sent: Failed['sent'], reason: Failed['reason'], message: string): Failed => ({
  kind: 'failed',
  sent,
  reason,
  message,
});

/**
 * The `http` port of one process, with the twins at the other end. A request that has left arrives, whatever becomes of
 * the process that sent it.
 */
export function openHttp(network: Network, kernel: Kernel, life: Life, fates: Fates): Http {
  return {
    request(request, signal) {
      if (life.isDead) return new Promise(() => {});
      network.asked(request);
      const fate = fates({
        port: 'http',
        method: request.method,
        about: request.url,
        content: request.body ?? '',
        writes: request.method !== 'GET' && request.method !== 'HEAD',
      });
      if (fate.dies === 'before') {
        life.kill();
        return new Promise(() => {});
      }
      return exchange(network, kernel, life, request, fate, signal);
    },
  };
}

function exchange(
  network: Network,
  kernel: Kernel,
  life: Life,
  request: HttpRequest,
  fate: Fate,
  signal: AbortSignal | undefined,
): Promise<HttpOutcome> {
  const url = new URL(request.url);
  const { connectMs, idleMs, totalMs, bodyBytesMax } = request.limits;
  return new Promise((resolve) => {
    let over = false;
    let left = false;
    const end = (outcome: HttpOutcome): void => {
      if (over) return;
      over = true;
      callOff();
      signal?.removeEventListener('abort', abort);
      life.answer(() => resolve(outcome));
    };
    const abort = (): void => end(failed(left ? 'maybe' : 'no', 'aborted', 'called off'));
    const patience = Math.min(idleMs, totalMs);
    const callOff = kernel.after(patience, () => end(failed('maybe', 'timeout', `no answer within ${patience} ms`)));
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort, { once: true });

    const station = network.stations.get(url.origin);
    if (!station || fate.trouble === 'refused' || !isReachable(station.bmc, kernel.wall)) {
      kernel.after(station ? fate.thereMs : connectMs, () => end(failed('no', 'refused', 'nobody listens there')));
      return;
    }
    if (url.protocol === 'https:' && request.tls?.pin !== undefined && request.tls.pin !== keyOf(station, kernel)) {
      const outcome = failed('no', 'tls', 'the peer shows another key than the pinned one');
      kernel.after(fate.thereMs, () => end({ ...outcome, peerKey: keyOf(station, kernel) }));
      return;
    }
    left = true;
    kernel.after(fate.thereMs, () => {
      if (fate.trouble === 'unheard') return;
      const answer = arrive(network, station, request, fate.thereMs, kernel);
      if (fate.dies === 'after') life.kill();
      if (fate.trouble === 'unanswered') return;
      kernel.after(fate.backMs, () => {
        const outcome = outcomeOf(answer, bodyBytesMax);
        const learns = request.tls?.learn === true && url.protocol === 'https:' && outcome?.kind === 'answer';
        if (outcome) end(learns ? { ...outcome, peerKey: keyOf(station, kernel) } : outcome);
      });
    });
  });
}

function arrive(network: Network, station: Station, request: HttpRequest, wayMs: number, kernel: Kernel): Answer {
  const url = new URL(request.url);
  const target = { method: request.method, target: url.pathname + url.search, headers: request.headers };
  const received = receive(station.bmc, { ...target, body: request.body ?? '' }, kernel.wall);
  station.bmc = received.bmc;
  for (const entry of received.effects) network.received(station, entry, wayMs);
  if (received.effects.length > 0) station.machine?.noticed();
  return received.answer;
}

/** Another machine at the address has another key. */
function keyOf(station: Station, kernel: Kernel): string {
  const now = kernel.wall;
  const isAway = tick(station.bmc, now).faults.some(
    ({ fault, from, until }) => fault === 'wrong-machine' && now >= from && (until === undefined || now < until),
  );
  return isAway ? [...station.key].reverse().join('') : station.key;
}

/** Null: nothing is ever heard. */
function outcomeOf(answer: Answer, bodyBytesMax: number): HttpOutcome | null {
  switch (answer.kind) {
    case 'reply': {
      const body = new TextEncoder().encode(answer.body);
      if (body.length > bodyBytesMax) return failed('maybe', 'too-large', 'the answer is too large');
      return { kind: 'answer', status: answer.status, headers: answer.headers, body };
    }
    case 'hang':
      return null;
    case 'reset':
      return failed('maybe', 'reset', 'the connection was reset');
    case 'noise':
      return failed('maybe', 'garbage', 'the answer is not HTTP');
    default:
      return never(answer);
  }
}
