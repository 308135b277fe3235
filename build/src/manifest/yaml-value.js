import { never } from "../model/never.js";
import { limits } from "./limits.js";
import { shown } from "./printable.js";
import { pointerTo } from "./yaml-node.js";
import { resolvePlain } from "./yaml-scalar.js";
/** The value that a tree of nodes means. Maps have no prototype, and no key that would be one elsewhere. */
export function readValue(root) {
    const faults = [];
    const value = read(root, null, faults);
    return { value, faults };
}
const pointerOf = (way) => (way === null ? '' : pointerTo(pointerOf(way.parent), way.segment));
function read(node, way, faults) {
    switch (node.kind) {
        case 'scalar':
            return readScalar(node, way, faults);
        case 'list':
            return node.items.map((item, segment) => read(item, { parent: way, segment }, faults));
        case 'map':
            return readMap(node, way, faults);
        default:
            return never(node);
    }
}
function readMap(node, way, faults) {
    const map = Object.create(null);
    for (const { key, at, value } of node.entries) {
        const inner = { parent: way, segment: key };
        if (key in map) {
            faults.push({
                code: 'yaml-duplicate-key',
                at,
                pointer: pointerOf(inner),
                message: `\`${shown(key)}\` is given twice`,
                remedy: 'keep one of them',
            });
        }
        else if (forbidden.has(key) || key.length > limits.keyLength) {
            faults.push({
                code: 'yaml-feature',
                at,
                pointer: pointerOf(way),
                message: forbidden.has(key)
                    ? `\`${key}\` cannot be a key`
                    : `a key is longer than ${limits.keyLength} characters`,
            });
        }
        else {
            map[key] = read(value, inner, faults);
        }
    }
    return map;
}
/** What every object of JavaScript has by itself, so that no later look-up by name finds something nobody wrote. */
const forbidden = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)]);
function readScalar(node, way, faults) {
    const { at, text } = node;
    if (text.length > limits.scalarLength) {
        faults.push({
            code: 'yaml-too-many',
            at,
            pointer: pointerOf(way),
            message: `a value has ${text.length} characters, at most ${limits.scalarLength} are taken`,
            value: shown(text),
        });
        return '';
    }
    if (!node.plain)
        return text;
    const meaning = resolvePlain(text);
    if (meaning.kind === 'value')
        return meaning.value;
    faults.push({
        code: 'yaml-feature',
        at,
        pointer: pointerOf(way),
        message: 'a number in a form that not everybody reads alike',
        value: shown(text),
        remedy: `if it is text, put it in quotes: "${shown(text)}"; else write it in plain decimal digits`,
    });
    return 0;
}
//# sourceMappingURL=yaml-value.js.map