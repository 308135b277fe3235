import { ok } from "../../../model/result.js";
import { members } from "../../../redfish/collection.js";
import { number, part, text } from "../../../redfish/fields.js";
import { pathOf } from "../../../redfish/reader.js";
/** The members of a collection that a resource links to; no link and no collection are no members. */
export async function readParts(reader, from, name) {
    const path = pathOf(reader, from, name);
    const found = path === undefined ? ok(null) : await members(reader, path);
    return found.ok ? ok(found.value ?? []) : found;
}
/** An empty socket or bay is listed too. */
export const isPresent = (resource) => text(part(resource, 'Status'), 'State') !== 'Absent';
/** Zero is how many services say that they do not know. */
export function positive(resource, name) {
    const value = number(resource, name);
    return value !== undefined && value > 0 ? value : undefined;
}
/** By id, in the order of its characters, so that equal hardware is written equally. */
export const byId = (parts) => [...parts].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
//# sourceMappingURL=parts.js.map