import { fail, ok } from "../model/result.js";
import { isResource } from "./fields.js";
/** More than any resource holds; to build many more would keep the whole process waiting for one BMC. */
const valuesMax = 50_000;
/** A JSON object from an answer's bytes, or why it is none. The reasons hold nothing of the answer. */
export function parseResource(body, depthMax) {
    const text = new TextDecoder().decode(body);
    if (text.trim() === '')
        return fail('an empty body');
    const excess = excessOf(text, depthMax);
    if (excess !== null)
        return fail(excess);
    const value = parse(text);
    if (value === undefined)
        return fail('not JSON');
    return isResource(value) ? ok(value) : fail('JSON, but not an object');
}
function parse(text) {
    try {
        // A key named __proto__ becomes an own property here, but a later copy by assignment would change a prototype.
        return suspicious.test(text) ? JSON.parse(text, dropPrototype) : JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** The key may also be written with escapes; those are rare enough to take the slower way for any of them. */
const suspicious = /__proto__|\\u00(?:5f|7[024]|6f)/i;
const dropPrototype = (key, value) => (key === '__proto__' ? undefined : value);
/** Counted before parsing, so that a hostile answer costs one walk over its characters and no stack. */
function excessOf(text, depthMax) {
    let depth = 0;
    let values = 0;
    let inString = false;
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (inString) {
            if (code === backslash)
                at++;
            else if (code === quote)
                inString = false;
        }
        else if (code === quote)
            inString = true;
        else if (code === brace || code === bracket) {
            if (++depth > depthMax)
                return `JSON nested deeper than ${depthMax}`;
            values++;
        }
        else if (code === braceEnd || code === bracketEnd)
            depth--;
        else if (code === comma)
            values++;
        if (values > valuesMax)
            return `JSON of more than ${valuesMax} values`;
    }
    return null;
}
const [quote, backslash, comma, brace, braceEnd, bracket, bracketEnd] = [0x22, 0x5c, 0x2c, 0x7b, 0x7d, 0x5b, 0x5d];
//# sourceMappingURL=json.js.map