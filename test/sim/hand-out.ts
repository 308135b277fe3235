import type { BootAnswer, BootRequest } from '../../src/boot/message.ts';
import { one, readWords } from '../../src/twin/host/words.ts';
import type { Handed } from './evidence.ts';

type Work = Pick<Handed, 'token' | 'boot' | 'grant' | 'verb' | 'disks'>;

/** The work that an answer hands out; null: none. */
export function handedOut({ target, headers, body }: BootRequest, answer: BootAnswer): Work | null {
  if (!target.endsWith('/claim') || answer.body.kind !== 'text') return null;
  const words = readWords(answer.body.text);
  if (one(words, 'then') !== 'work') return null;
  const item = readWords(Buffer.from(one(words, 'item') ?? '', 'base64').toString());
  return {
    token: headers.authorization ?? '',
    boot: one(readWords(body), 'boot') ?? '',
    grant: one(item, 'grant') ?? '',
    verb: one(item, 'verb') ?? '',
    disks: item.get('disk') ?? [],
  };
}

/** What an agent is told to do that has ended; null: it is to wait, or has not. */
export function toldNext({ target }: BootRequest, answer: BootAnswer): string | null {
  if (!target.endsWith('/report') || answer.body.kind !== 'text') return null;
  const then = one(readWords(answer.body.text), 'then') ?? 'wait';
  return then === 'wait' ? null : then;
}
