import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { fail, ok } from "../model/result.js";
import { limits } from "./limits.js";
import { shown } from "./printable.js";
import { resolvePlain } from "./yaml-scalar.js";
import { scanTokens, tooDeep } from "./yaml-scan.js";
/** Reads any YAML 1.2 that we take, and says what is wrong with any other. */
export function readFullYaml(text) {
    const refused = scanTokens(text);
    if (refused !== null)
        return fail([refused]);
    // uniqueKeys is off because the library compares every key with every other; readValue does it in one go.
    const document = parseDocument(text, { uniqueKeys: false, merge: false, schema: 'core', prettyErrors: false });
    // The first is what is wrong; what follows it is mostly its consequence.
    const error = document.errors[0];
    if (error !== undefined)
        return fail([explain(text, error)]);
    if (document.contents === null) {
        return fail([
            { code: 'yaml-syntax', message: 'the file is empty', remedy: 'write the object, or remove the file' },
        ]);
    }
    const converter = new Converter();
    const root = converter.convert(document.contents, 0, 1);
    return root === null || converter.faults.length > 0 ? fail(converter.faults) : ok(root);
}
/** From the library's nodes to ours, within the limits. */
class Converter {
    faults = [];
    #nodes = 0;
    /** `near`: the place of an empty value, which has none of its own. */
    convert(node, near, depth) {
        const at = isNode(node) ? (node.range?.[0] ?? near) : near;
        if (depth > limits.depth)
            return this.#refuse(tooDeep(at));
        if (++this.#nodes > limits.nodes)
            return this.#refuse(tooMany(at));
        if (node === null || node === undefined)
            return { kind: 'scalar', at, text: '', plain: true };
        if (isScalar(node)) {
            const plain = node.type === 'PLAIN' || node.type === undefined || node.type === null;
            const text = plain ? (node.source ?? '') : String(node.value);
            return { kind: 'scalar', at, text, plain };
        }
        if (isSeq(node)) {
            const items = [];
            for (const inner of node.items) {
                const item = this.convert(inner, at, depth + 1);
                if (item === null)
                    return null;
                items.push(item);
            }
            return { kind: 'list', at, items };
        }
        if (isMap(node)) {
            const entries = [];
            for (const pair of node.items) {
                const key = this.#key(pair.key, at);
                const value = key === null ? null : this.convert(pair.value, key.at, depth + 1);
                if (key === null || value === null)
                    return null;
                entries.push({ key: key.text, at: key.at, value });
            }
            return { kind: 'map', at, entries };
        }
        return this.#refuse({ code: 'yaml-feature', at, message: 'this part of YAML is not taken' });
    }
    #key(key, near) {
        if (!isScalar(key)) {
            return this.#refuse({
                code: 'yaml-feature',
                at: near,
                message: 'a key must be a word',
                remedy: 'write `key: value`',
            });
        }
        const at = key.range?.[0] ?? near;
        if (key.type !== 'PLAIN')
            return { text: String(key.value), at };
        const text = key.source ?? '';
        if (text === '<<') {
            return this.#refuse({
                code: 'yaml-feature',
                at,
                message: 'merge keys (<<) are not taken',
                remedy: 'write the fields out',
            });
        }
        const meaning = resolvePlain(text);
        if (meaning.kind === 'value' && typeof meaning.value === 'string')
            return { text, at };
        return this.#refuse({
            code: 'yaml-feature',
            at,
            message: 'a key that is read as a number, a boolean or nothing',
            value: shown(text),
            remedy: `put it in quotes: "${shown(text)}"`,
        });
    }
    #refuse(fault) {
        this.faults.push(fault);
        return null;
    }
}
export const tooMany = (at) => ({
    code: 'yaml-too-many',
    at,
    message: `the file holds more than ${limits.nodes} values`,
    remedy: 'a manifest describes one object: split it',
});
const isNode = (node) => typeof node === 'object' && node !== null && 'range' in node;
function explain(text, error) {
    const at = Math.min(error.pos[0], text.length);
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end === -1 ? text.length : end).trim();
    const said = sayings[error.code] ?? { message: 'this cannot be read as YAML' };
    return { code: 'yaml-syntax', at, ...said, ...(line === '' ? {} : { value: shown(line) }) };
}
/** Our words for the library's codes. */
const sayings = {
    BAD_INDENT: {
        message: 'the indentation does not fit the lines above',
        remedy: 'give fields of one object the same number of spaces',
    },
    TAB_AS_INDENT: { message: 'a tab is used for indentation', remedy: 'use spaces' },
    MISSING_CHAR: { message: 'a quote, bracket, comma or colon is missing here' },
    UNEXPECTED_TOKEN: { message: 'something stands here that does not belong here' },
    BAD_SCALAR_START: { message: 'a value cannot begin with this sign', remedy: 'put the value in quotes' },
    BAD_DQ_ESCAPE: {
        message: 'an escape that YAML does not know',
        remedy: 'write \\\\ for a backslash, or use single quotes',
    },
    BLOCK_AS_IMPLICIT_KEY: {
        message: 'two fields stand on one line, or a value holds a colon and a space',
        remedy: 'put the value in quotes, or the second field on a line of its own',
    },
    MULTILINE_IMPLICIT_KEY: { message: 'a key goes over several lines', remedy: 'is a colon missing after a key?' },
    KEY_OVER_1024_CHARS: { message: 'a key is longer than 1,024 characters' },
    COMMENT_SPACE: { message: 'a comment must have a space before it', remedy: 'add a space before #' },
};
//# sourceMappingURL=yaml-full.js.map