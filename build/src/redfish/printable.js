import { text } from "./fields.js";
/** One line of printable ASCII: what a BMC says ends up in logs, terminals and commits. */
export function printable(words, lengthMax) {
    return words
        .replace(/[^\x20-\x7e]+/g, ' ')
        .replace(/ {2,}/g, ' ')
        .trim()
        .slice(0, lengthMax);
}
const labelMax = 128;
/** A name, version or state as it may be shown and kept; `undefined` where nothing is left of it. */
export function label(resource, name) {
    const shown = printable(text(resource, name)?.slice(0, 8 * labelMax) ?? '', labelMax);
    return shown === '' ? undefined : shown;
}
//# sourceMappingURL=printable.js.map