import { classify } from "../../../redfish/classify.js";
import { quirkWith } from "./form.js";
import { ifMatch, nextEtagForm } from "./if-match.js";
/** Sends it once. */
export async function send(client, order, forms, signal) {
    const match = ifMatch(order.method, order.etag, forms);
    const headers = match === undefined ? {} : { 'if-match': match };
    const { method, path, body } = order;
    const sent = await client.send({ method, path, body, headers }, signal);
    const started = classify(sent, client.endpoint.origin, client.conceal);
    if (started.kind !== 'refused')
        return started;
    const { refusal } = started;
    const quirk = quirkWith(forms, nextForm(order, refusal, match, forms));
    return {
        kind: 'refused',
        status: refusal.status,
        message: `${method} ${path} was refused with ${refusal.status}: ${refusal.message}`,
        ...(quirk === undefined ? {} : { quirk }),
    };
}
function nextForm(order, refusal, match, forms) {
    switch (refusal.status) {
        case 400:
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
export const notOffered = (message) => ({ kind: 'refused', status: 0, message });
//# sourceMappingURL=send.js.map