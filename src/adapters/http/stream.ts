import { readFileSync } from 'node:fs';
import { type IncomingMessage, request as startRequest } from 'node:http';
import { createSecureContext, rootCertificates } from 'node:tls';
import { fail, ok, type Result } from '../../model/result.ts';
import { readDestination } from './destination.ts';
import { type LineOptions, Lines } from './lines.ts';

export interface StreamRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Peers outside these CIDR ranges are not connected to; absent: anywhere. */
  readonly within?: readonly string[];
}

/** An answer whose body is read as it comes; each on a connection of its own. Redirects are not followed. */
export interface Streams {
  get(request: StreamRequest, signal: AbortSignal): Promise<Result<IncomingMessage, string>>;
}

const connectMs = 10_000;
const idleMs = 60_000;

/** `caFile`: authorities to trust beside the ones that Node ships; throws where it cannot be read. */
export function createStreams(caFile: string | undefined): Streams {
  const trust = createSecureContext(
    caFile === undefined ? {} : { ca: [...rootCertificates, readFileSync(caFile, 'utf8')] },
  );
  const lines = new Lines({ idleLinesMax: 0, keepMs: 1_000 }, trust, false);
  return {
    async get({ url, headers, within }, signal) {
      const limits = { connectMs, idleMs, totalMs: Number.POSITIVE_INFINITY, bodyBytesMax: Number.POSITIVE_INFINITY };
      const target = readDestination({
        method: 'GET',
        url,
        headers,
        limits,
        ...(within === undefined ? {} : { within }),
      });
      if (target === null) return fail('not an absolute http(s) URL without a user name');
      const options: LineOptions = {
        agent: lines,
        destination: target.to,
        host: target.to.host,
        port: target.to.port,
        method: 'GET',
        path: `${target.url.pathname}${target.url.search}`,
        headers: { 'accept-encoding': 'identity', ...headers, host: target.url.host },
        timeout: idleMs,
        signal,
      };
      return new Promise((resolve) => {
        const outgoing = startRequest(options);
        outgoing.once('socket', (socket) => socket.setTimeout(idleMs));
        outgoing.once('timeout', () => outgoing.destroy(new Error('silent for too long')));
        outgoing.on('error', (error) => resolve(fail(error.message)));
        outgoing.once('response', (incoming) => resolve(ok(incoming)));
        outgoing.end();
      });
    },
  };
}
