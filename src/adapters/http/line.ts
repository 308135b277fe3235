import { lookup } from 'node:dns/promises';
import { connect, isIP, type Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { isWithin } from './confine.ts';
import type { Destination } from './destination.ts';
import { NoLine } from './no-line.ts';
import { secureLine } from './secure-line.ts';

/** A name may stand for many addresses; more than these are not tried. */
const addressesMax = 4;

/**
 * A connection that is ready for the first byte of a request: resolved once, confined, connected, and for https with
 * the peer's key checked. Rejects with `NoLine`, and only with that.
 */
export async function openLine(to: Destination, trust: SecureContext): Promise<Socket> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), to.connectMs);
  try {
    const socket = await connectFirst(to, await addressesOf(to, deadline.signal), deadline.signal);
    return to.secure ? await secureLine(socket, to, trust, deadline.signal) : socket;
  } finally {
    clearTimeout(timer);
  }
}

async function addressesOf(to: Destination, signal: AbortSignal): Promise<readonly string[]> {
  const found = to.isAddress ? [to.host] : await resolve(to.host, signal);
  const { within } = to;
  const allowed = within === undefined ? found : found.filter((address) => isWithin(address, within));
  if (allowed.length === 0) {
    const where = found.slice(0, addressesMax).join(', ');
    throw new NoLine('confined', `${to.host} is ${where}, which is outside the declared ranges`);
  }
  return allowed.slice(0, addressesMax);
}

async function resolve(host: string, signal: AbortSignal): Promise<readonly string[]> {
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new NoLine('timeout', `${host} was not resolved in time`)));
  });
  // The look-up itself cannot be cut short; it is left to end by itself.
  const found = lookup(host, { all: true }).catch(() => {
    throw new NoLine('refused', `the name ${host} does not resolve`);
  });
  const addresses = await Promise.race([found, late]);
  return addresses.map(({ address }) => address).filter((address) => isIP(address) !== 0);
}

/** The addresses in turn; nothing has been sent yet, so that another try costs nothing. */
async function connectFirst(to: Destination, addresses: readonly string[], signal: AbortSignal): Promise<Socket> {
  let failure = new NoLine('refused', `the name ${to.host} has no address`);
  for (const address of addresses) {
    const result = await connectTo(address, to.port, signal);
    if (!(result instanceof NoLine)) return result;
    failure = result;
    if (failure.reason === 'timeout') break;
  }
  throw failure;
}

function connectTo(address: string, port: number, signal: AbortSignal): Promise<Socket | NoLine> {
  return new Promise((settle) => {
    const where = `${address} port ${port}`;
    const socket = connect({ host: address, port, noDelay: true });
    const late = (): void => end(new NoLine('timeout', `no connection to ${where} in time`));
    const end = (result: Socket | NoLine): void => {
      signal.removeEventListener('abort', late);
      socket.removeListener('error', refused);
      if (result instanceof NoLine) socket.on('error', () => {}).destroy();
      settle(result);
    };
    const refused = (error: NodeJS.ErrnoException): void =>
      end(new NoLine('refused', `no connection to ${where}: ${error.code ?? 'failed'}`));
    socket.once('connect', () => end(socket));
    socket.once('error', refused);
    signal.addEventListener('abort', late);
    if (signal.aborted) late();
  });
}
