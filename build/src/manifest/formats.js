import { readBmcAddress } from "./bmc-address.js";
import { readInstant } from "./instant.js";
import { readRange } from "./ip.js";
import { looksLikeTimezone } from "./timezone.js";
/**
 * The formats that the schemas name. Each is the reader that later gives the value, so that what passes the schema can
 * be read.
 */
export const formats = {
    'date-time': (text) => readInstant(text) !== null,
    'bmc-address': (text) => readBmcAddress(text) !== null,
    'image-url': isImageUrl,
    cidr: isRange,
    // Whether there is such a zone is asked when the schema has bounded how many there are.
    timezone: looksLikeTimezone,
};
/** Everything is no range: it would confine nothing (law 13). */
function isRange(text) {
    const range = readRange(text);
    return range !== null && range.prefix > 0;
}
function isImageUrl(text) {
    if (!/^https?:\/\/[^\s\\]+$/.test(text) || !URL.canParse(text))
        return false;
    const { username, password, hostname } = new URL(text);
    return username === '' && password === '' && hostname !== '';
}
//# sourceMappingURL=formats.js.map