import type { Call, Hook } from './calls.ts';
import { leaseRef, statusRef } from './world.ts';

/** What matters of a call, in a word: the journal's records, pushes, reads of the remote, looks and requests. */
export function wordsOf({ port, method, args }: Call): readonly string[] {
  if (port === 'disk' && method === 'append') {
    const text = args[1] instanceof Uint8Array ? new TextDecoder().decode(args[1]) : '';
    return [...text.matchAll(/"kind":"([A-Z_]+)"/g)].map((match) => match[1] ?? '');
  }
  if (port === 'repo' && method === 'push') {
    return [args[0] === statusRef ? 'push status' : args[0] === leaseRef ? 'push lease' : 'push'];
  }
  if (port === 'repo' && method === 'fetch') return ['fetch'];
  if (port === 'driver' && (method === 'perform' || method === 'observe')) return [method];
  return [];
}

/** A hook that writes down what was called, in order of beginning. */
export function recorder(said: string[]): Hook {
  return (call, proceed) => {
    said.push(...wordsOf(call));
    return proceed();
  };
}

/** A hook that does something before the nth call (from 1) that is called `word`. */
export function justBefore(word: string, act: () => void, nth = 1): Hook {
  let seen = 0;
  return (call, proceed) => {
    if (wordsOf(call).includes(word)) {
      seen += 1;
      if (seen === nth) act();
    }
    return proceed();
  };
}

/** A hook that answers the first call named `word` with `answer`; the call is made all the same where `lands`. */
export function answering(word: string, answer: unknown, lands: boolean, nth = 1): Hook {
  let seen = 0;
  return async (call, proceed) => {
    if (!wordsOf(call).includes(word)) return proceed();
    seen += 1;
    if (seen !== nth) return proceed();
    if (lands) await proceed();
    return answer;
  };
}
