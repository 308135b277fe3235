import { Agent, type ClientRequestArgs } from 'node:http';
import { Duplex } from 'node:stream';
import type { SecureContext } from 'node:tls';
import { Destination } from './destination.ts';
import { openLine } from './line.ts';

export interface LineLimits {
  /** Idle connections that are kept, over all peers. */
  readonly idleLinesMax: number;
  /** How long an idle connection is kept, in milliseconds. */
  readonly keepMs: number;
}

/** Request options of Node with our destination among them; the agent hands them back when it needs a connection. */
export interface LineOptions extends ClientRequestArgs {
  readonly destination: Destination;
}

/** The connections: kept alive and bounded in number, or (`keep: false`) each used for one request. */
export class Lines extends Agent {
  readonly #trust: SecureContext;
  readonly #idleLinesMax: number;

  constructor(limits: LineLimits, trust: SecureContext, keep: boolean) {
    super({ keepAlive: keep, maxFreeSockets: 1, timeout: limits.keepMs });
    this.#trust = trust;
    this.#idleLinesMax = limits.idleLinesMax;
  }

  override getName(options?: ClientRequestArgs): string {
    return destinationOf(options).key;
  }

  override createConnection(
    options: ClientRequestArgs,
    done?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | undefined {
    openLine(destinationOf(options), this.#trust).then(
      (socket) => done?.(null, socket),
      // Node's types ask for a stream beside the error; it never looks at it.
      (error: Error) => done?.(error, new Duplex()),
    );
    return undefined;
  }

  /** Answers whether the socket is kept; Node's types say nothing of that. */
  override keepSocketAlive(socket: Duplex): boolean {
    let idle = 0;
    for (const kept of Object.values(this.freeSockets)) idle += kept?.length ?? 0;
    if (idle >= this.#idleLinesMax) return false;
    const kept: unknown = super.keepSocketAlive(socket);
    return kept === true;
  }
}

function destinationOf(options: ClientRequestArgs | undefined): Destination {
  if (options !== undefined && 'destination' in options && options.destination instanceof Destination) {
    return options.destination;
  }
  throw new Error('a request without a destination');
}
