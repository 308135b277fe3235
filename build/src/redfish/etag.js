import { text } from "./fields.js";
/**
 * The ETag to send back: the header's, else `@odata.etag`. Empty ones are none, since echoing them is refused; what a
 * front end added for a compressed body is taken off; and what could not stand in a header is not used.
 */
export function etagOf(headers, body) {
    const given = headers.etag?.trim() || text(body, '@odata.etag');
    if (given === undefined || /^(?:W\/)?"?"?$/.test(given) || !/^[\x21-\x7e]{1,256}$/.test(given))
        return undefined;
    return given.replace(/-gzip("?)$/, '$1');
}
export const isWeak = (etag) => etag.startsWith('W/');
export const strengthen = (etag) => etag.replace(/^W\//, '');
//# sourceMappingURL=etag.js.map