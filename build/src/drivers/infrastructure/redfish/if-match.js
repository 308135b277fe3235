import { isWeak, strengthen } from "../../../redfish/etag.js";
/** The If-Match to send: to a PATCH the ETag as given, to a POST none, and otherwise as the forms say. */
export function ifMatch(method, etag, forms) {
    if (forms.has('etag-none'))
        return undefined;
    if (forms.has('etag-required'))
        return etag ?? '*';
    if (method === 'POST' || etag === undefined)
        return undefined;
    return forms.has('etag-weak') ? strengthen(etag) : etag;
}
/** The form to try after a 412 or 428: with If-Match where there was none, else strong, else none. */
export function nextEtagForm(sent, forms) {
    if (sent === undefined)
        return forms.has('etag-none') ? undefined : 'etag-required';
    if (forms.has('etag-required'))
        return undefined;
    return isWeak(sent) ? 'etag-weak' : 'etag-none';
}
//# sourceMappingURL=if-match.js.map