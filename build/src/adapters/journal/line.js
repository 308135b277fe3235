/**
 * One record, one line: `{"hash":"<64 hex digits>","body":<JSON>}` and a newline. The hash is SHA-256 over the hash of
 * the line before and the bytes of the body as they stand in the file, so nothing is written twice to be compared.
 */
import { createHash } from 'node:crypto';
/** What the first line follows. Another layout of the lines takes another text, and so fails at the first hash. */
export const origin = createHash('sha256').update('nanometal journal v1').digest('hex');
const head = '{"hash":"';
const middle = '","body":';
const bodyAt = head.length + origin.length + middle.length;
const end = '}'.charCodeAt(0);
/** Without the newline. A record has a BIOS baseline at most; what is longer is no record. */
export const lineBytesMax = 1024 * 1024;
const hashOf = (before, body) => createHash('sha256').update(before).update(body).digest('hex');
/** The line with its newline, and the hash that the next one follows. */
export function writeLine(before, journaled) {
    const body = Buffer.from(JSON.stringify(journaled));
    const hash = hashOf(before, body);
    const bytes = Buffer.concat([Buffer.from(`${head}${hash}${middle}`), body, Buffer.from('}\n')]);
    if (bytes.length - 1 > lineBytesMax)
        throw new Error(`a journal record of ${bytes.length} bytes is over the limit`);
    return { bytes, hash };
}
/** The body of a line (given without its newline) that follows `before`; null: it is not what was written. */
export function readLine(before, line) {
    if (line.length <= bodyAt || line.length > lineBytesMax || line.at(-1) !== end)
        return null;
    const body = line.subarray(bodyAt, -1);
    const hash = hashOf(before, body);
    const expected = Buffer.from(`${head}${hash}${middle}`);
    if (!expected.equals(line.subarray(0, bodyAt)))
        return null;
    return { body: new TextDecoder().decode(body), hash };
}
//# sourceMappingURL=line.js.map