import { text } from "./fields.js";
import { parseResource } from "./json.js";
import { readRefusal } from "./refusal.js";
import { within } from "./uri.js";
/** Statuses with which a service says that it did nothing. */
const definite = new Set([
    400, 401, 403, 404, 405, 406, 409, 410, 411, 412, 413, 414, 415, 422, 423, 428, 429, 431,
]);
/**
 * What the answer to a mutation means. A redirect is not followed, but whoever answers one may have acted; a 5xx says
 * nothing about what happened before it.
 */
export function classify(sent, origin, conceal) {
    if (sent.kind === 'unsent')
        return sent;
    if (sent.kind === 'lost')
        return { kind: 'ambiguous', message: sent.message };
    const { status, headers, body } = sent;
    if (status >= 200 && status < 300) {
        const task = status === 202 ? taskOf(headers.location, body, origin) : undefined;
        return { kind: 'accepted', status, ...(task === undefined ? {} : { task }) };
    }
    const refusal = readRefusal(status, body, conceal);
    if (definite.has(status))
        return { kind: 'refused', refusal };
    return { kind: 'ambiguous', message: `it was answered with ${status}: ${refusal.message}` };
}
/** A 202 names its task in the body or in Location (DSP0266, asynchronous operations); some name none. */
function taskOf(location, body, origin) {
    const parsed = parseResource(body, 64);
    const own = parsed.ok && /Task\./.test(text(parsed.value, '@odata.type') ?? '') ? text(parsed.value, '@odata.id') : undefined;
    const named = own ?? location;
    return named === undefined ? undefined : within(origin, named);
}
//# sourceMappingURL=classify.js.map