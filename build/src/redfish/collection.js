import { fail, ok } from "../model/result.js";
import { isResource, list, text } from "./fields.js";
import { comparable, within } from "./uri.js";
/** The members' paths over all pages, each once; `null`: there is no such collection. */
export async function memberPaths(reader, path) {
    const read = await readPages(reader, path, path);
    if (!read.ok || read.value === null)
        return read.ok ? ok(null) : read;
    return ok(read.value.map((member) => member.path));
}
/**
 * The members themselves, in the order of the collection; `null`: there is no such collection. A member that is
 * linked and not there is left out: real BMCs have such links.
 */
export async function members(reader, path) {
    const expanded = reader.root.expands ? await readPages(reader, path, `${path}?$expand=.`) : ok(null);
    // What is advertised may still not work here.
    const useless = expanded.ok ? expanded.value === null : ['Busy', 'Garbage'].includes(expanded.error.reason);
    const read = useless ? await readPages(reader, path, path) : expanded;
    if (!read.ok || read.value === null)
        return read.ok ? ok(null) : read;
    return resources(reader, read.value);
}
/** What a list of links leads to, such as `Drives` of a Storage. */
export async function linked(reader, paths) {
    const inside = paths.map((path) => within(reader.origin, path)).filter((path) => path !== undefined);
    return resources(reader, inside.map((path) => ({ path })));
}
async function resources(reader, found) {
    const bodies = [];
    for (const { path, body } of found) {
        if (body !== undefined)
            bodies.push(body);
        else {
            const reply = await reader.get(path);
            if (!reply.ok)
                return reply;
            if (reply.value.kind === 'found')
                bodies.push(reply.value.body);
        }
    }
    return ok(bodies);
}
async function readPages(reader, path, first) {
    const { pagesMax, membersMax } = reader.limits;
    const found = new Map();
    const seen = new Set();
    // A service was seen whose last page leads to itself.
    for (let next = first; next !== undefined && !seen.has(next);) {
        if (seen.size >= pagesMax)
            return fail(endless(path, `${pagesMax} pages`));
        seen.add(next);
        const reply = await reader.get(next);
        if (!reply.ok)
            return reply;
        if (reply.value.kind === 'absent') {
            return next === first
                ? ok(null)
                : fail({ reason: 'Garbage', message: `a page is missing: ${reply.value.message}` });
        }
        const { body } = reply.value;
        for (const entry of list(body, 'Members')) {
            const member = memberOf(reader, entry);
            if (member !== undefined)
                found.set(comparable(member.path), member);
        }
        if (found.size > membersMax)
            return fail(endless(path, `${membersMax} members`));
        const more = text(body, 'Members@odata.nextLink') ?? text(body, '@odata.nextLink');
        next = more === undefined ? undefined : within(reader.origin, more);
        if (more !== undefined && next === undefined) {
            return fail({ reason: 'Garbage', message: `the next page of ${path} leads to another host` });
        }
    }
    return ok([...found.values()]);
}
const endless = (path, what) => ({ reason: 'Garbage', message: `${path} has over ${what}` });
/** Some services list bare strings. */
function memberOf(reader, entry) {
    const id = typeof entry === 'string' ? entry : isResource(entry) ? text(entry, '@odata.id') : undefined;
    const path = id === undefined ? undefined : within(reader.origin, id);
    if (path === undefined)
        return undefined;
    return isResource(entry) && text(entry, 'Id') !== undefined ? { path, body: entry } : { path };
}
//# sourceMappingURL=collection.js.map