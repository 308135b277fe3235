import type { Started } from '../../../model/outcome.ts';
import { classify } from '../../../redfish/classify.ts';
import type { Refusal } from '../../../redfish/refusal.ts';
import { type Approach, notReached } from './approach.ts';
import { type Form, type Forms, quirkWith } from './form.ts';
import { ifMatch, nextEtagForm } from './if-match.ts';
import { isStill } from './place.ts';

/** The one request of a verb. */
export interface Order {
  readonly method: 'POST' | 'PATCH';
  /** Within the origin. */
  readonly path: string;
  readonly body: unknown;
  /** Of the resource that is changed. */
  readonly etag?: string;
  /** The form to try when a 400 or 405 refuses this one. */
  readonly otherwise?: (refusal: Refusal) => Form | undefined;
}

/**
 * Sends it once. Who answers is read again just before: on a slow BMC what a verb has to read takes a while, and somebody may
 * have swapped the board meanwhile.
 */
export async function send({ client, reader, place, forms, signal }: Approach, order: Order): Promise<Started> {
  const still = await isStill(reader, place);
  if (!still.ok) return notReached(still.error);
  if (!still.value)
    return { kind: 'unsent', message: 'another machine answers than a moment ago; nothing was sent to it' };
  const match = ifMatch(order.method, order.etag, forms);
  const headers = match === undefined ? {} : { 'if-match': match };
  const { method, path, body } = order;
  const sent = await client.send({ method, path, body, headers }, signal);
  const started = classify(sent, client.endpoint.origin, client.conceal);
  if (started.kind !== 'refused') return started;
  const { refusal } = started;
  const quirk = quirkWith(forms, nextForm(order, refusal, match, forms));
  return {
    kind: 'refused',
    status: refusal.status,
    message: `${method} ${path} was refused with ${refusal.status}: ${refusal.message}`,
    ...(quirk === undefined ? {} : { quirk }),
  };
}

function nextForm(order: Order, refusal: Refusal, match: string | undefined, forms: Forms): Form | undefined {
  switch (refusal.status) {
    case 400:
    case 405:
      return order.otherwise?.(refusal);
    case 401:
      return 'login-again';
    case 412:
    case 428:
      return nextEtagForm(match, forms);
    default:
      return undefined;
  }
}

/** Nothing was sent: this hardware does not offer it. */
export const notOffered = (message: string): Started => ({ kind: 'refused', status: 0, message });
