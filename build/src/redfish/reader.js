import { fail, ok } from "../model/result.js";
import { link } from "./fields.js";
import { isGone, unusable } from "./reply.js";
import { within } from "./uri.js";
export async function openReader(client, limits, signal) {
    const root = await client.root(signal);
    if (!root.ok)
        return root;
    let reads = 0;
    const get = async (path) => {
        if (++reads <= limits.readsMax)
            return client.get(path, signal);
        return fail({ reason: 'Garbage', message: `it links to more than ${limits.readsMax} resources` });
    };
    return ok({ origin: client.endpoint.origin, root: root.value, limits, get });
}
/** The same, for what must not be taken for absent because it is not shown to us: that is a miss. */
export const demanding = (reader) => ({
    ...reader,
    get: async (path) => {
        const reply = await reader.get(path);
        const withheld = reply.ok && reply.value.kind === 'absent' && !isGone(reply.value);
        return withheld ? fail(unusable(reply.value)) : reply;
    },
});
/** `null`: no such link, or nothing behind it. */
export async function follow(reader, from, name) {
    const path = pathOf(reader, from, name);
    return path === undefined ? ok(null) : getOptional(reader, path);
}
/** `null`: it is not there. */
export async function getOptional(reader, path) {
    const reply = await reader.get(path);
    if (!reply.ok)
        return reply;
    return ok(reply.value.kind === 'found' ? reply.value : null);
}
/** Where a link leads, within the origin. */
export function pathOf(reader, from, name) {
    const target = link(from, name);
    return target === undefined ? undefined : within(reader.origin, target);
}
//# sourceMappingURL=reader.js.map