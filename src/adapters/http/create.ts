import { readFileSync } from 'node:fs';
import { createSecureContext, rootCertificates } from 'node:tls';
import type { Http, HttpOutcome, HttpRequest } from '../../ports/http.ts';
import { readDestination, type Target } from './destination.ts';
import { type Exchange, startExchange } from './exchange.ts';
import { Gate } from './gate.ts';
import { type LineLimits, Lines } from './lines.ts';

export interface HttpOptions extends Partial<LineLimits> {
  /** PEM file of authorities to trust beside the ones that Node ships; read once, and it throws where it cannot be. */
  readonly caFile?: string;
  /** Requests at one time; the rest wait, and their time runs. */
  readonly requestsMax?: number;
}

/** The `Http` port on Node's own client. `close` ends every connection. */
export function createHttp(options: HttpOptions = {}): Http & { close(): void } {
  const limits = { idleLinesMax: options.idleLinesMax ?? 256, keepMs: options.keepMs ?? 15_000 };
  const { caFile } = options;
  // One for all connections: to read some 140 root certificates anew for each would cost more than the handshake.
  const trust = createSecureContext(
    caFile === undefined ? {} : { ca: [...rootCertificates, readFileSync(caFile, 'utf8')] },
  );
  const kept = new Lines(limits, trust, true);
  const single = new Lines(limits, trust, false);
  const gate = new Gate(options.requestsMax ?? 2_048);
  return {
    request: (request, signal) => ask(request.fresh ? single : kept, gate, request, signal),
    close: () => {
      kept.destroy();
      single.destroy();
    },
  };
}

function ask(lines: Lines, gate: Gate, request: HttpRequest, signal?: AbortSignal): Promise<HttpOutcome> {
  const target = readDestination(request);
  if (target === null) return Promise.resolve(unsent('garbage', 'not an absolute http(s) URL without a user name'));
  if (signal?.aborted) return Promise.resolve(unsent('aborted', 'called off before it began'));
  const { totalMs } = request.limits;
  return new Promise((resolve) => {
    let stop = (reason: 'aborted' | 'timeout' | 'garbage', message: string): void => finish(unsent(reason, message));
    const abort = (): void => stop('aborted', 'called off');
    const timer = setTimeout(() => stop('timeout', `not done after ${totalMs} ms`), totalMs);
    signal?.addEventListener('abort', abort, { once: true });
    let leave = (): void => {};
    const finish = (outcome: HttpOutcome): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      leave();
      resolve(outcome);
    };
    leave = gate.enter(() => {
      const exchange = tryStart(lines, target, request);
      if (exchange === null) return queueMicrotask(() => stop('garbage', 'a header that cannot be sent'));
      stop = exchange.stop;
      exchange.outcome.then(finish);
    });
  });
}

const unsent = (reason: 'garbage' | 'aborted' | 'timeout', message: string): HttpOutcome => ({
  kind: 'failed',
  sent: 'no',
  reason,
  message,
});

/** `null`: Node will not send such headers. What they hold may be secret, so that its message is not passed on. */
function tryStart(lines: Lines, target: Target, request: HttpRequest): Exchange | null {
  try {
    return startExchange(lines, target.to, target.url, request);
  } catch {
    return null;
  }
}
