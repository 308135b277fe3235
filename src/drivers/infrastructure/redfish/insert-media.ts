import type { Started } from '../../../model/outcome.ts';
import { etagOf } from '../../../redfish/etag.ts';
import type { Refusal } from '../../../redfish/refusal.ts';
import type { BootMedium } from '../../define.ts';
import { type Approach, notReached } from './approach.ts';
import type { Form, Forms } from './form.ts';
import { holdsOurs, isEmpty, readMedia, type Slot } from './media.ts';
import { notOffered, type Order, send } from './send.ts';

/** Our medium into the first CD slot that is empty. What holds something is nobody's to take out here. */
export async function insertMedia(to: Approach, medium: BootMedium | undefined): Promise<Started> {
  if (medium === undefined) return { kind: 'unsent', message: 'there is no medium to insert' };
  const media = await readMedia(to.reader, to.system.body, to.manager?.body);
  if (!media.ok) return notReached(media.error);
  const { slots, barred } = media.value;
  const usable = slots.filter(({ insert }) => insert !== null);
  if (usable.length === 0) {
    return notOffered(
      barred ? 'virtual media need a licence that this BMC has not' : 'this BMC inserts no CD that is fetched by HTTP',
    );
  }
  if (slots.some((slot) => holdsOurs(slot, medium))) return { kind: 'unsent', message: 'our medium is in already' };
  const [first, second] = usable.filter(isEmpty);
  if (first === undefined) return { kind: 'unsent', message: 'there is something in every CD slot of this BMC' };
  const slot = to.forms.has('media-other-slot') ? second : first;
  return slot === undefined
    ? notOffered('the only empty CD slot takes nothing')
    : send(to, orderFor(slot, medium, to.forms, second !== undefined));
}

function orderFor({ path, body, insert }: Slot, { iso }: BootMedium, forms: Forms, another: boolean): Order {
  const etag = etagOf({}, body);
  const known = etag === undefined ? {} : { etag };
  if (insert?.kind !== 'action') {
    const protection = forms.has('media-plain') ? {} : { WriteProtected: true };
    const otherwise = () => 'media-plain' as const;
    return { method: 'PATCH', path, body: { Image: iso, Inserted: true, ...protection }, otherwise, ...known };
  }
  const otherwise = (refusal: Refusal) => nextForm(refusal, forms, another);
  return { method: 'POST', path: insert.target, body: parameters(iso, insert.required, forms), otherwise, ...known };
}

/** The image alone, as most want it: some refuse the rest. What is demanded goes along. */
function parameters(iso: string, required: readonly string[], forms: Forms): object {
  const whole = forms.has('media-whole');
  const wanted = (name: string, form: Form): boolean => required.includes(name) || whole || forms.has(form);
  return {
    Image: iso,
    ...(wanted('Inserted', 'media-whole') ? { Inserted: true } : {}),
    ...(wanted('WriteProtected', 'media-whole') ? { WriteProtected: true } : {}),
    ...(wanted('TransferProtocolType', 'media-protocol')
      ? { TransferProtocolType: iso.startsWith('https:') ? 'HTTPS' : 'HTTP' }
      : {}),
    ...(wanted('TransferMethod', 'media-method') ? { TransferMethod: 'Stream' } : {}),
  };
}

/** Parameters are added one by one: which of them is missing stands in words only on some. */
function nextForm({ status, messageIds }: Refusal, forms: Forms, another: boolean): Form | undefined {
  if (status === 405) return another ? 'media-other-slot' : undefined;
  if (messageIds.length > 0 && !messageIds.some((id) => parameterMessages.has(id))) return undefined;
  if (!forms.has('media-protocol')) return 'media-protocol';
  return forms.has('media-method') ? 'media-whole' : 'media-method';
}

/** By their names in the Base registry of DMTF. `GeneralError` says nothing, so that it may be that. */
const parameterMessages: ReadonlySet<string> = new Set([
  'GeneralError',
  'ActionParameterMissing',
  'CreateFailedMissingReqProperties',
  'PropertyMissing',
  'ActionParameterUnknown',
  'ActionParameterNotSupported',
  'UnrecognizedRequestBody',
]);
