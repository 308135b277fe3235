import type { Form, Forms } from './form.ts';
/** The If-Match to send: to a PATCH the ETag as given, to a POST none, and otherwise as the forms say. */
export declare function ifMatch(method: 'POST' | 'PATCH', etag: string | undefined, forms: Forms): string | undefined;
/** The form to try after a 412 or 428: with If-Match where there was none, else strong, else none. */
export declare function nextEtagForm(sent: string | undefined, forms: Forms): Form | undefined;
