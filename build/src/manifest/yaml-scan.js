import { CST, Lexer } from 'yaml';
import { limits } from "./limits.js";
/**
 * A look at the tokens before the YAML library builds anything: it stops at the first thing that is not taken and at
 * the limits, so that a hostile text costs no more than some milliseconds. The lexer is linear and does not recurse.
 */
export function scanTokens(text) {
    const levels = new Levels();
    let at = 0;
    let tokens = 0;
    let contentSeen = false;
    let scalarNext = false;
    for (const lexeme of new Lexer().lex(text)) {
        const type = scalarNext ? 'scalar' : CST.tokenType(lexeme);
        scalarNext = type === 'scalar' && lexeme === CST.SCALAR;
        // Marks between tokens stand for nothing in the text.
        if (scalarNext || type === 'doc-mode' || type === 'flow-error-end')
            continue;
        const feature = type === 'doc-start' && !contentSeen ? undefined : refused[type ?? ''];
        if (feature !== undefined)
            return { code: 'yaml-feature', at, ...feature };
        if (++tokens > limits.tokens) {
            return {
                code: 'yaml-too-many',
                at,
                message: `the file consists of more than ${limits.tokens} words and signs`,
                remedy: 'a manifest describes one object: split it',
            };
        }
        if (!blank.has(type ?? ''))
            contentSeen = true;
        if (levels.take(type ?? 'scalar', lexeme, at) > limits.depth + 2)
            return tooDeep(at);
        at += lexeme.length;
    }
    return null;
}
export const tooDeep = (at) => ({
    code: 'yaml-too-deep',
    at,
    message: `maps and lists are nested more than ${limits.depth} levels deep`,
});
const refused = {
    anchor: { message: 'anchors (&) are not taken', remedy: 'write the value out where it is needed' },
    alias: { message: 'aliases (*) are not taken', remedy: 'write the value out; put text that begins with * in quotes' },
    tag: { message: 'tags (!) are not taken', remedy: 'leave the tag out; put text that begins with ! in quotes' },
    directive: { message: 'directives (%) are not taken', remedy: 'leave the line out' },
    'directive-line': { message: 'directives (%) are not taken', remedy: 'leave the line out' },
    'doc-start': { message: 'a second document begins here', remedy: 'one object a file: split it' },
    'doc-end': { message: 'the end of a document (...) is not taken', remedy: 'one object a file: leave the line out' },
};
const blank = new Set(['space', 'newline', 'comment', 'byte-order-mark']);
const opens = new Set(['flow-map-start', 'flow-seq-start']);
const closes = new Set(['flow-map-end', 'flow-seq-end']);
const leads = new Set(['seq-item-ind', 'explicit-key-ind', 'map-value-ind']);
/** How deep the text may be nested at most, from brackets and from the columns at which lines begin. */
class Levels {
    #columns = [];
    #flow = 0;
    #lineStart = 0;
    #leading = true;
    take(type, lexeme, at) {
        if (opens.has(type))
            this.#flow++;
        else if (closes.has(type))
            this.#flow = Math.max(0, this.#flow - 1);
        else if (this.#flow === 0 && this.#leading && !blank.has(type))
            this.#enter(at - this.#lineStart);
        if (!blank.has(type) && !leads.has(type))
            this.#leading = false;
        const newline = lexeme.lastIndexOf('\n');
        if (newline !== -1) {
            this.#lineStart = at + newline + 1;
            this.#leading = true;
        }
        return this.#columns.length + this.#flow;
    }
    #enter(column) {
        while ((this.#columns.at(-1) ?? -1) > column)
            this.#columns.pop();
        if ((this.#columns.at(-1) ?? -1) < column)
            this.#columns.push(column);
    }
}
//# sourceMappingURL=yaml-scan.js.map