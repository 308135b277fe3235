import { limits } from "./limits.js";
/**
 * Reads the plain YAML that manifests nearly always are: block maps and lists, scalars and flow collections that end on
 * their line, comments. It is some fifty times as fast as the YAML library, which makes the difference for a
 * fleet of 10,000 machines. Whatever it does not know at once, right or wrong, it leaves to the library: null.
 * What it does read it reads exactly as the library would (a property test holds that).
 */
export function readPlainYaml(text) {
    if (text.includes('\t'))
        return null;
    return new PlainReader(text).read();
}
const keyPattern = /[A-Za-z_][A-Za-z0-9_./-]{0,127}:(?= |\r?\n|$)/y;
const notText = /^(?:null|true|false)$/i;
const doubleQuoted = /"[^"\\\n]*"/y;
const singleQuoted = /'(?:[^'\n]|'')*'/y;
/** What a plain scalar cannot begin with, or begins with only in cases that are left to the library. */
const indicators = new Set(' -?:,[]{}#&*!|>\'"%@`');
class PlainReader {
    #text;
    #line = null;
    /** Offset of the line after it. */
    #next = 0;
    /** Inside a flow collection: what is read next, and where its line ends. */
    #at = 0;
    #end = 0;
    #nodes = 0;
    #tooMuch = null;
    constructor(text) {
        this.#text = text;
    }
    read() {
        this.#advance();
        if (this.#line?.indent === 0 && this.#text.slice(this.#line.at, this.#line.end) === '---')
            this.#advance();
        if (this.#line === null || this.#line.indent !== 0)
            return null;
        const root = this.#block(1);
        return this.#tooMuch ?? (this.#line === null ? (root ?? null) : null);
    }
    /** To the next line that holds more than spaces and a comment. */
    #advance() {
        const text = this.#text;
        while (this.#next < text.length) {
            const start = this.#next;
            const newline = text.indexOf('\n', start);
            let end = newline === -1 ? text.length : newline;
            this.#next = newline === -1 ? text.length : newline + 1;
            if (newline > start && text[end - 1] === '\r')
                end--;
            let at = start;
            while (at < end && text[at] === ' ')
                at++;
            if (at === end || text[at] === '#')
                continue;
            this.#line = { at, indent: at - start, end };
            return;
        }
        this.#line = null;
    }
    #count(at, depth) {
        if (depth > limits.depth)
            this.#tooMuch ??= { kind: 'too-much', code: 'yaml-too-deep', at };
        else if (++this.#nodes > limits.nodes)
            this.#tooMuch ??= { kind: 'too-much', code: 'yaml-too-many', at };
        return this.#tooMuch === null;
    }
    #block(depth) {
        const line = this.#line;
        if (line === null || !this.#count(line.at, depth))
            return undefined;
        const node = this.#isDash(line.at, line.end) ? this.#list(line, depth) : this.#map(line, depth);
        // A line between two levels belongs to neither.
        return this.#line !== null && this.#line.indent > line.indent ? undefined : node;
    }
    #map({ at, indent }, depth) {
        const entries = [];
        for (let line = this.#line; line !== null && line.indent === indent; line = this.#line) {
            const key = this.#key(line.at);
            if (key === null)
                return undefined;
            const value = this.#value(line.at + key.length + 1, line, depth, true);
            if (value === undefined)
                return undefined;
            entries.push({ key, at: line.at, value });
        }
        return { kind: 'map', at, entries };
    }
    #list({ at, indent }, depth) {
        const items = [];
        for (let line = this.#line; line !== null && line.indent === indent; line = this.#line) {
            if (!this.#isDash(line.at, line.end))
                break;
            let start = line.at + 1;
            while (start < line.end && this.#text[start] === ' ')
                start++;
            let item;
            if (start < line.end && (this.#isDash(start, line.end) || this.#key(start) !== null)) {
                // `- a: 1` and `- - a`: the item is a block that begins in the middle of the line.
                this.#line = { at: start, indent: indent + start - line.at, end: line.end };
                item = this.#block(depth + 1);
            }
            else {
                item = this.#value(line.at + 1, line, depth, false);
            }
            if (item === undefined)
                return undefined;
            items.push(item);
        }
        return { kind: 'list', at, items };
    }
    /** What follows a key or a dash: on its line, or the block below it, or nothing. */
    #value(from, line, depth, ofMap) {
        let at = from;
        while (at < line.end && this.#text[at] === ' ')
            at++;
        if (at < line.end && !(this.#text[at] === '#' && at > from)) {
            this.#at = at;
            this.#end = line.end;
            const node = this.#inline(depth + 1, false);
            if (node === undefined || !this.#restIsComment())
                return undefined;
            this.#advance();
            // A deeper line would continue the scalar.
            return this.#line !== null && this.#line.indent > line.indent ? undefined : node;
        }
        this.#advance();
        const below = this.#line;
        if (below !== null && below.indent > line.indent)
            return this.#block(depth + 1);
        if (ofMap && below !== null && below.indent === line.indent && this.#isDash(below.at, below.end)) {
            return this.#count(below.at, depth + 1) ? this.#list(below, depth + 1) : undefined;
        }
        return this.#count(from, depth + 1) ? { kind: 'scalar', at: from, text: '', plain: true } : undefined;
    }
    #inline(depth, inFlow) {
        const at = this.#at;
        if (!this.#count(at, depth))
            return undefined;
        const first = this.#text[at];
        if (first === '{' || first === '[')
            return this.#flow(first, depth);
        if (first === '"' || first === "'") {
            const pattern = first === '"' ? doubleQuoted : singleQuoted;
            pattern.lastIndex = at;
            const quoted = pattern.exec(this.#text)?.[0];
            if (quoted === undefined)
                return undefined;
            this.#at += quoted.length;
            const inner = quoted.slice(1, -1);
            return { kind: 'scalar', at, text: first === '"' ? inner : inner.replaceAll("''", "'"), plain: false };
        }
        return this.#plain(inFlow);
    }
    #plain(inFlow) {
        const at = this.#at;
        const text = this.#text;
        const next = text[at + 1] ?? ' ';
        const negative = text[at] === '-' && next >= '0' && next <= '9';
        if (!negative && indicators.has(text[at] ?? ' '))
            return undefined;
        let end = at;
        for (; end < this.#end; end++) {
            const character = text[end];
            if (character === ':' && (end + 1 === this.#end || ' ,[]{}'.includes(text[end + 1] ?? ' ')))
                return undefined;
            if (character === '#' && text[end - 1] === ' ') {
                if (inFlow)
                    return undefined;
                break;
            }
            if (inFlow && (character === ',' || character === ']' || character === '}'))
                break;
            if (inFlow && (character === '[' || character === '{'))
                return undefined;
        }
        this.#at = end;
        while (text[end - 1] === ' ')
            end--;
        return { kind: 'scalar', at, text: text.slice(at, end), plain: true };
    }
    #flow(open, depth) {
        const at = this.#at;
        const close = open === '{' ? '}' : ']';
        const entries = [];
        const items = [];
        this.#at++;
        this.#skipSpaces();
        if (this.#text[this.#at] === close)
            this.#at++;
        else {
            for (;;) {
                const keyAt = this.#at;
                const key = open === '{' ? this.#key(keyAt) : '';
                if (key === null)
                    return undefined;
                if (open === '{')
                    this.#at += key.length + 1;
                this.#skipSpaces();
                if (this.#at >= this.#end)
                    return undefined;
                const value = this.#inline(depth + 1, true);
                if (value === undefined)
                    return undefined;
                if (open === '{')
                    entries.push({ key, at: keyAt, value });
                else
                    items.push(value);
                this.#skipSpaces();
                const after = this.#at < this.#end ? this.#text[this.#at++] : undefined;
                if (after === close)
                    break;
                if (after !== ',')
                    return undefined;
                this.#skipSpaces();
            }
        }
        return open === '{' ? { kind: 'map', at, entries } : { kind: 'list', at, items };
    }
    #skipSpaces() {
        while (this.#at < this.#end && this.#text[this.#at] === ' ')
            this.#at++;
    }
    #restIsComment() {
        const from = this.#at;
        this.#skipSpaces();
        // A plain scalar has taken the space before its comment with it.
        return (this.#at === this.#end || (this.#text[this.#at] === '#' && this.#text[this.#at - 1] === ' ' && from <= this.#at));
    }
    #isDash(at, end) {
        return this.#text[at] === '-' && (at + 1 === end || this.#text[at + 1] === ' ');
    }
    #key(at) {
        keyPattern.lastIndex = at;
        const key = keyPattern.exec(this.#text)?.[0].slice(0, -1);
        return key === undefined || notText.test(key) ? null : key;
    }
}
//# sourceMappingURL=yaml-plain.js.map