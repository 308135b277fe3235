const path = 'operator.json';
/** The last year that ISO 8601 writes with four digits. */
const endOfTime = Date.UTC(9999, 0);
/** A damaged note is not an empty one: it may have held something back, so that until it is mended all is held. */
export async function readNotes(disk) {
    const bytes = await disk.read(path);
    if (bytes === null)
        return { holds: [] };
    const value = parse(bytes);
    if (isNotes(value))
        return value;
    const reason = `${path} in the state folder is damaged; repair or remove it`;
    return { holds: [{ what: 'all', reason, until: endOfTime }] };
}
function parse(bytes) {
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return null;
    }
}
export const writeNotes = (disk, notes) => disk.write(path, new TextEncoder().encode(`${JSON.stringify(notes, null, 2)}\n`));
function isNotes(value) {
    if (!isRecord(value) || !Array.isArray(value.holds))
        return false;
    const { accept } = value;
    return value.holds.every(isHold) && (accept === undefined || (isRecord(accept) && typeof accept.commit === 'string'));
}
const isRecord = (value) => typeof value === 'object' && value !== null;
const isHold = (value) => isRecord(value) &&
    typeof value.what === 'string' &&
    typeof value.reason === 'string' &&
    typeof value.until === 'number' &&
    value.until >= 0 &&
    value.until <= endOfTime;
//# sourceMappingURL=operator.js.map