const lengthMax = 2_048;
/**
 * The path (with its query) that a link of this service stands for, or `undefined` when it leads to another origin: then
 * it is not followed, since credentials would follow with it. Fragments are dropped.
 */
export function within(origin, link) {
    if (link.length > lengthMax || !URL.canParse(link, origin))
        return undefined;
    const url = new URL(link, origin);
    if (url.origin !== new URL(origin).origin || url.username !== '' || url.password !== '')
        return undefined;
    return `${url.pathname}${url.search}`;
}
/** Equal for two spellings of one resource: some services list links in another case, or with a slash at the end. */
export const comparable = (uri) => uri.toLowerCase().replace(/\/+$/, '');
//# sourceMappingURL=uri.js.map