export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Characters; no request that the twin takes is nearly as long. */
export const bodyLengthMax = 65_536;
/** Brackets inside brackets; deeper bodies are refused, so that whoever walks one cannot run out of stack. */
const depthMax = 32;
/** The object in a request's body: `{}` for an empty one, `null` for what is no JSON object, too long or too deep. */
export function parseBody(body) {
    if (body.length > bodyLengthMax)
        return null;
    if (body.trim() === '')
        return {};
    if (depthOf(body) > depthMax)
        return null;
    try {
        const value = JSON.parse(body);
        return isObject(value) ? value : null;
    }
    catch {
        return null;
    }
}
function depthOf(text) {
    let depth = 0;
    let deepest = 0;
    let quoted = false;
    for (let index = 0; index < text.length; index += 1) {
        const character = text[index];
        if (quoted) {
            if (character === '\\')
                index += 1;
            else if (character === '"')
                quoted = false;
        }
        else if (character === '"')
            quoted = true;
        else if (character === '{' || character === '[')
            deepest = Math.max(deepest, ++depth);
        else if (character === '}' || character === ']')
            depth -= 1;
    }
    return deepest;
}
//# sourceMappingURL=json.js.map