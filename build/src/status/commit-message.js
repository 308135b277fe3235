/** Subject, empty line, trailers as `git interpret-trailers` reads them. */
export function renderMessage({ facility, subject, kind, trailers }) {
    const lines = [['Nanometal-Kind', kind], ...trailers].map(([name, value]) => `${name}: ${oneLine(value)}`);
    return `${shorten(`${facility}: ${oneLine(subject)}`)}\n\n${lines.join('\n')}\n`;
}
/** The trailers of the last paragraph, values by name; empty where it holds anything but trailers. */
export function parseTrailers(message) {
    const last = message.trimEnd().split(/\n\n+/).at(-1) ?? '';
    const found = new Map();
    for (const line of last.split('\n')) {
        const match = /^([A-Za-z][A-Za-z0-9-]*): (.*)$/.exec(line);
        if (!match?.[1])
            return new Map();
        const values = found.get(match[1]) ?? [];
        values.push(match[2] ?? '');
        found.set(match[1], values);
    }
    return found;
}
export const grantTrailer = ({ grant, verb, machine }) => [
    'Grant',
    `${grant} ${verb} ${machine}`,
];
/** Up to three names, then a count: "a, b, c and 9 more". */
export function enumerate(names) {
    if (names.length <= 3)
        return names.join(', ');
    return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}
// A value from a BMC or a manifest must not be able to add a trailer of its own.
const oneLine = (text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
const shorten = (text) => (text.length <= 100 ? text : `${text.slice(0, 99)}…`);
//# sourceMappingURL=commit-message.js.map