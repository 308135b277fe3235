import type { Started } from '../model/outcome.ts';
import type { Sent } from './client.ts';
import { text } from './fields.ts';
import { parseResource } from './json.ts';
import { type Conceal, type Refusal, readRefusal } from './refusal.ts';
import { within } from './uri.ts';

/** Statuses with which a service says that it did nothing. */
const definite: ReadonlySet<number> = new Set([
  400, 401, 403, 404, 405, 406, 409, 410, 411, 412, 413, 414, 415, 422, 423, 428, 429, 431,
]);

export type Classified =
  | Exclude<Started, { kind: 'refused' }>
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * What the answer to a mutation means. A redirect is not followed, but whoever answers one may have acted; a 5xx says
 * nothing about what happened before it.
 */
export function classify(sent: Sent, origin: string, conceal: Conceal): Classified {
  if (sent.kind === 'unsent') return sent;
  if (sent.kind === 'lost') return { kind: 'ambiguous', message: sent.message };
  const { status, headers, body } = sent;
  if (status >= 200 && status < 300) {
    const task = status === 202 ? taskOf(headers.location, body, origin) : undefined;
    return { kind: 'accepted', status, ...(task === undefined ? {} : { task }) };
  }
  const refusal = readRefusal(status, body, conceal);
  if (definite.has(status)) return { kind: 'refused', refusal };
  return { kind: 'ambiguous', message: `it was answered with ${status}: ${refusal.message}` };
}

/** A 202 names its task in the body or in Location (DSP0266, asynchronous operations); some name none. */
function taskOf(location: string | undefined, body: Uint8Array, origin: string): string | undefined {
  const parsed = parseResource(body, 64);
  const own =
    parsed.ok && /Task\./.test(text(parsed.value, '@odata.type') ?? '') ? text(parsed.value, '@odata.id') : undefined;
  const named = own ?? location;
  return named === undefined ? undefined : within(origin, named);
}
