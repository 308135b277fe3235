import { limits } from "./limits.js";
const asCodePoint = (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
/** Text made safe to print: whatever could move a cursor, reorder or hide text is shown as its code point. */
export const printable = (text) => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, asCodePoint);
/** Names and paths are ASCII; what is not is shown as code points, so that look-alikes are seen. */
export function printablePath(path) {
    const safe = path.slice(0, pathShown + 1).replace(/[^ -~]/gu, asCodePoint);
    return safe.length <= pathShown ? safe : `${safe.slice(0, pathShown - 3)}...`;
}
/** Longer than any path that has a place: three names of 63 and the folders. */
const pathShown = 240;
/** A value as it is shown in a problem: one line, at most 80 characters, without the userinfo of a URL. */
export function shown(value) {
    // Cut generously before the slower steps, so that a huge value costs nothing.
    const start = value.slice(0, 4 * limits.valueShown);
    const safe = [...printable(start.replace(/\/\/[^\s/@]*@/g, '//[redacted]@').replace(/\s+/g, ' '))];
    if (safe.length <= limits.valueShown && start.length === value.length)
        return safe.join('');
    return `${safe.slice(0, limits.valueShown - 1).join('')}…`;
}
//# sourceMappingURL=printable.js.map