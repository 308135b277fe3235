import { isWeak, strengthen } from '../../../redfish/etag.ts';
import type { Form, Forms } from './form.ts';

/** The If-Match to send: to a PATCH the ETag as given, to a POST none, and otherwise as the forms say. */
export function ifMatch(method: 'POST' | 'PATCH', etag: string | undefined, forms: Forms): string | undefined {
  if (forms.has('etag-none')) return undefined;
  if (forms.has('etag-required')) return etag ?? '*';
  if (method === 'POST' || etag === undefined) return undefined;
  return forms.has('etag-weak') ? strengthen(etag) : etag;
}

/** The form to try after a 412 or 428: with If-Match where there was none, else strong, else none. */
export function nextEtagForm(sent: string | undefined, forms: Forms): Form | undefined {
  if (sent === undefined) return forms.has('etag-none') ? undefined : 'etag-required';
  if (forms.has('etag-required')) return undefined;
  return isWeak(sent) ? 'etag-weak' : 'etag-none';
}
