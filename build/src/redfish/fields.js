export const isResource = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const field = (resource, name) => resource !== undefined && Object.hasOwn(resource, name) ? resource[name] : undefined;
/** Trimmed; absent, null, blank and other kinds are `undefined`. */
export function text(resource, name) {
    const value = field(resource, name);
    const trimmed = typeof value === 'string' ? value.trim() : '';
    return trimmed === '' ? undefined : trimmed;
}
/** Some services write numbers as strings. */
export function number(resource, name) {
    const value = field(resource, name);
    const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
}
export function flag(resource, name) {
    const value = field(resource, name);
    return typeof value === 'boolean' ? value : undefined;
}
export function part(resource, name) {
    const value = field(resource, name);
    return isResource(value) ? value : undefined;
}
/** Absent and null are an empty list. */
export function list(resource, name) {
    const value = field(resource, name);
    return Array.isArray(value) ? value : [];
}
export function texts(resource, name) {
    return list(resource, name).filter((value) => typeof value === 'string');
}
/** What `{"@odata.id": "…"}` points at; some services write the bare string. */
export function link(resource, name) {
    return linkOf(field(resource, name));
}
export function links(resource, name) {
    return list(resource, name)
        .map(linkOf)
        .filter((path) => path !== undefined);
}
function linkOf(value) {
    if (typeof value === 'string')
        return value.startsWith('/') ? value : undefined;
    return isResource(value) ? text(value, '@odata.id') : undefined;
}
//# sourceMappingURL=fields.js.map