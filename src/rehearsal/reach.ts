import { readIp } from '../manifest/ip.ts';
import type { Reach, Reached } from '../ports/reach.ts';
import type { Fates } from './fate.ts';
import type { Kernel } from './kernel.ts';
import type { Life } from './life.ts';

/** The simulated network of the machines themselves. */
export interface Lan {
  /** A connection is asked for there. `silent`: nobody is there to answer. */
  dial(address: string, port: number): 'takes' | 'refuses' | 'silent';
}

/** Machines of which nothing is ever heard. */
export const silentLan: Lan = { dial: () => 'silent' };

/** The `reach` port of one process. What has left arrives, whatever becomes of the process that sent it. */
export function openReach(lan: Lan, kernel: Kernel, life: Life, fates: Fates): Reach {
  return {
    connect({ address, port, connectMs }, signal) {
      if (life.isDead) return new Promise(() => {});
      if (readIp(address) === null) return Promise.resolve(failed('unreachable', 'there is no such address'));
      const about = `${address} ${port}`;
      const fate = fates({ port: 'reach', method: 'CONNECT', about, content: '', writes: false });
      if (fate.dies === 'before') {
        life.kill();
        return new Promise(() => {});
      }
      return new Promise((resolve) => {
        let isOver = false;
        const end = (reached: Reached): void => {
          if (isOver) return;
          isOver = true;
          callOff();
          signal.removeEventListener('abort', abort);
          life.answer(() => resolve(reached));
        };
        const abort = (): void => end(failed('aborted', 'called off'));
        const callOff = kernel.after(connectMs, () =>
          end(failed('timeout', `no answer from ${address} port ${port} within ${connectMs} ms`)),
        );
        if (signal.aborted) return abort();
        signal.addEventListener('abort', abort, { once: true });
        const refused = failed('refused', `${address} port ${port} refuses connections`);
        kernel.after(fate.thereMs, () => {
          if (fate.trouble === 'unheard') return;
          const answer = fate.trouble === 'refused' ? 'refuses' : lan.dial(address, port);
          if (fate.dies === 'after') life.kill();
          if (fate.trouble === 'unanswered' || answer === 'silent') return;
          kernel.after(fate.backMs, () => end(answer === 'takes' ? { kind: 'taken' } : refused));
        });
      });
    },
  };
}

const failed = (reason: Extract<Reached, { kind: 'failed' }>['reason'], message: string): Reached => ({
  kind: 'failed',
  reason,
  message,
});
