import type { Call } from '../../src/rehearsal/fate.ts';
import type { Objects } from '../../src/rehearsal/objects.ts';
import { parseTrailers } from '../../src/status/commit-message.ts';
import { verbOf } from '../system/world/witness.ts';

/** Where in its work a process is when it makes this call: the rows of the coverage table. */
export function stepOf(call: Call, clone: Objects): string {
  const { port, method, about, content } = call;
  if (port === 'disk') {
    const kinds = [...content.matchAll(/"kind":"([A-Z_]+)"/g)].map((match) => match[1] ?? '');
    return about === 'journal.ndjson'
      ? `journal ${[...new Set(kinds)].sort().join('+') || method}`
      : `${method} ${about}`;
  }
  if (port === 'repo') {
    if (method === 'fetch') return 'fetch';
    if (about.startsWith('refs/nanometal/')) return 'push lease';
    const object = clone.get(content);
    const kind = object?.kind === 'commit' ? parseTrailers(object.body.message).get('Nanometal-Kind')?.[0] : undefined;
    return `push ${kind ?? 'status'}`;
  }
  if (port === 'reach') return 'connect';
  // What machines ask of us.
  if (port === 'agents') return `answer ${about.split('/').find((part) => calls.has(part)) ?? 'a file'}`;
  const { pathname } = new URL(about);
  if (method === 'GET') return 'look';
  if (pathname.includes('/Sessions')) return method === 'POST' ? 'login' : 'logout';
  return `send ${verbOf(method, pathname, content)}`;
}

const calls = new Set(['hello', 'claim', 'report', 'seed', 'images', 'phone-home', 'media', 'ipxe']);

/** Every step that a complete proof has met. */
export const allSteps: readonly string[] = [
  'fetch',
  'journal INTENT',
  'journal SENT',
  'journal ANSWERED',
  'journal NOT_SENT',
  'journal OUTCOME',
  'journal ACCEPTED',
  'journal PUBLISHED',
  'journal truncate',
  'write holder',
  'push intent',
  'push outcome',
  'push observation',
  'push lease',
  'login',
  'look',
  ...[
    'PowerOn',
    'PowerOff',
    'Reboot',
    'PowerCycle',
    'Identify',
    'SetBootOnce',
    'InsertMedia',
    'EjectMedia',
    'SetBios',
    'ResetBmc',
  ].map((verb) => `send ${verb}`),
  ...[...calls].map((call) => `answer ${call}`),
  'connect',
];

export const deaths = ['death before', 'death after'] as const;
export const troubles = ['unheard', 'unanswered', 'refused'] as const;
export const bmcFaults = ['hang', 'reset', 'unavailable', 'garbage', 'nothing', 'wrong-machine'] as const;

/** Whether this can happen there at all: nothing else may be missing from a long run. */
export function canHappen(step: string, fault: string): boolean {
  const isDisk = step.startsWith('journal') || step.startsWith('write');
  if (bmcFaults.some((one) => one === fault))
    return step.startsWith('send') || (fault !== 'nothing' && (step === 'look' || step === 'login'));
  if (step.startsWith('answer')) return troubles.some((one) => one === fault) || deaths.some((one) => one === fault);
  if (fault === 'unheard' || fault === 'unanswered') return !isDisk;
  return true;
}
