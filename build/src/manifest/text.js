import { fail, ok } from "../model/result.js";
import { limits } from "./limits.js";
import { printable } from "./printable.js";
/** The text of a manifest: UTF-8 without a byte order mark, nothing in it that cannot be seen. */
export function readText(bytes) {
    const refuse = (fault, text = '') => fail({ text, fault });
    if (bytes.length > limits.fileBytes) {
        return refuse({
            code: 'file-too-large',
            message: `the file has ${bytes.length} bytes, a manifest has at most ${limits.fileBytes}`,
        });
    }
    const text = decode(bytes);
    if (text === null)
        return refuse(explainEncoding(bytes));
    if (text.startsWith('version https://git-lfs.github.com/spec/')) {
        return refuse({
            code: 'yaml-syntax',
            message: 'this is a Git LFS pointer and not the manifest itself',
            remedy: 'take *.yaml out of .gitattributes and commit the file anew',
        });
    }
    // Nearly every manifest is plain ASCII, and a look at that is cheap.
    const unseen = /[^\n -~]/.test(text) ? findUnseen(text) : null;
    return unseen === null ? ok(text) : refuse(unseen, text);
}
function decode(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return null;
    }
}
function explainEncoding(bytes) {
    const wide = bytes.subarray(0, 64).includes(0) || bytes[0] === 0xff || bytes[0] === 0xfe;
    return {
        code: 'file-not-utf8',
        message: wide ? 'the file looks like UTF-16' : 'the file is not UTF-8',
        remedy: 'save it as UTF-8',
    };
}
/** YAML allows no control characters; what reorders text on a screen would deceive whoever reviews it. */
function findUnseen(text) {
    if (text.startsWith('\ufeff')) {
        return {
            code: 'yaml-feature',
            at: 0,
            message: 'the file begins with a byte order mark',
            remedy: 'save it as UTF-8 without a byte order mark (BOM)',
        };
    }
    const found = /(?![\t\r\n])\p{Cc}|\r(?!\n)|[\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u.exec(text);
    if (found === null)
        return null;
    return {
        code: 'yaml-syntax',
        at: found.index,
        message: 'a character that cannot be seen or that reorders text',
        value: printable(found[0]),
        remedy: 'remove it; in double quotes it can be written as an escape such as "\\u0007"',
    };
}
//# sourceMappingURL=text.js.map