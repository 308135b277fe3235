import { connect, isIP } from 'node:net';
import type { Reach, Reached, ReachTarget } from '../ports/reach.ts';
import { codeOf } from './error-code.ts';

/** The `Reach` port on sockets of this host. */
export const systemReach: Reach = { connect: reach };

function reach({ address, port, connectMs }: ReachTarget, signal: AbortSignal): Promise<Reached> {
  const where = `${address} port ${port}`;
  // Node would look a name up, or send it to localhost where it is empty.
  if (isIP(address) === 0) return Promise.resolve(failed('unreachable', `${where} is no address`));
  return new Promise((settle) => {
    if (signal.aborted) return settle(failed('aborted', 'called off before it began'));
    const socket = connect({ host: address, port });
    const end = (reached: Reached): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      // An error may still come after it was given up: it tells nobody anything.
      socket.on('error', () => {}).destroy();
      settle(reached);
    };
    const abort = (): void => end(failed('aborted', 'called off'));
    const timer = setTimeout(() => end(failed('timeout', `no answer from ${where} within ${connectMs} ms`)), connectMs);
    signal.addEventListener('abort', abort, { once: true });
    socket.once('connect', () => end({ kind: 'taken' }));
    socket.once('error', (error) => end(outcomeOf(error, where)));
  });
}

function outcomeOf(error: unknown, where: string): Reached {
  const code = codeOf(error) ?? 'failed';
  switch (code) {
    // Whoever was there hung up in the middle of it: nobody takes connections yet.
    case 'ECONNREFUSED':
    case 'ECONNRESET':
      return failed('refused', `${where} refuses connections: ${code}`);
    case 'ETIMEDOUT':
      return failed('timeout', `no answer from ${where}: ${code}`);
    default:
      return failed('unreachable', `no way to ${where}: ${code}`);
  }
}

const failed = (reason: Extract<Reached, { kind: 'failed' }>['reason'], message: string): Reached => ({
  kind: 'failed',
  reason,
  message,
});
