import { writeLine } from "./line.js";
import { replay } from "./replay.js";
/** In the state folder. */
export const journalFile = 'journal.ndjson';
/** Some 300,000 actions. More would take longer than a start should, and more memory than a small host has. */
export const journalBytesMax = 512 * 1024 * 1024;
export async function openJournal(disk, { clock, host }) {
    const content = (await disk.read(journalFile)) ?? new Uint8Array();
    const found = replay(content);
    const damage = found.damage === null ? null : describe(found.damage);
    let { hash, size } = found;
    if (damage === null && size < content.length)
        await disk.truncate(journalFile, size);
    let waiting = [];
    let last = Promise.resolve();
    let next = null;
    // Whoever appends while a write is under way shares the next one: many machines, one fsync. After a failure every
    // later append fails with it, since what is on the disk is then unknown.
    const flush = () => {
        const batch = Buffer.concat(waiting);
        waiting = [];
        next = null;
        return disk.append(journalFile, batch);
    };
    return {
        records: found.records,
        damage,
        bytes: () => size,
        async append(records) {
            if (damage !== null)
                throw new Error(damage);
            if (records.length === 0)
                return;
            const lines = link(hash, records, clock.now(), host.bootId);
            if (size + lines.content.length > journalBytesMax)
                throw new Error(fullMessage);
            hash = lines.hash;
            size += lines.content.length;
            waiting.push(lines.content);
            if (next === null) {
                next = last.then(flush);
                last = next;
            }
            await next;
        },
    };
}
/** The lines of one append, or none of them: nothing is kept until every record has been written out. */
function link(before, records, at, bootId) {
    const parts = [];
    let hash = before;
    for (const record of records) {
        const line = writeLine(hash, { at, bootId, record });
        hash = line.hash;
        parts.push(line.bytes);
    }
    return { content: Buffer.concat(parts), hash };
}
const remedy = 'stop nanometal, keep a copy of the file, and look at what each machine with an open action is doing. Then move the ' +
    'file out of the state folder: memory comes back from the status branch, and what was open there counts as sent';
const describe = ({ offset, line, why }) => `${journalFile} is damaged at byte ${offset} (line ${line}): ${why}. Nothing is sent while it stands. What to do: ${remedy}`;
const fullMessage = `${journalFile} has reached its limit of ${journalBytesMax} bytes. What to do: wait until nothing is open, stop nanometal, and ` +
    'move the file out of the state folder into an archive; the status branch holds what it says';
//# sourceMappingURL=open.js.map