import { isJournaled } from "./check.js";
import { origin, readLine } from "./line.js";
const newline = 0x0a;
/**
 * Reads a journal back. Bytes after the last newline are a record whose write did not end, and nothing was sent on the
 * strength of it. A whole line that does not verify is damage even at the very end: it may have been a SENT that somebody
 * relied on, and must not be forgotten silently.
 */
export function replay(bytes) {
    const records = [];
    let size = 0;
    let hash = origin;
    const stop = (why) => ({
        records,
        size,
        hash,
        damage: { offset: size, line: records.length + 1, why },
    });
    for (let next = bytes.indexOf(newline); next !== -1; next = bytes.indexOf(newline, size)) {
        const line = readLine(hash, bytes.subarray(size, next));
        if (line === null)
            return stop('the line is not as it was written');
        const value = parse(line.body);
        if (!isJournaled(value))
            return stop('the line is whole, but its record is of no known kind: a newer version wrote it');
        records.push(value);
        hash = line.hash;
        size = next + 1;
    }
    return { records, size, hash, damage: null };
}
/** The hash proves that a body is whole, not that one of us wrote it; undefined is no record. */
function parse(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=replay.js.map