import { createDealer } from "../twin/dice.js";
import { undergo } from "./fate.js";
/** A state folder in memory that does at once what it is told. */
export function openMemoryDisk(content) {
    return {
        read: async (path) => content.get(path) ?? null,
        async write(path, bytes) {
            content.set(path, Uint8Array.from(bytes));
        },
        async append(path, bytes) {
            content.set(path, join(content.get(path), bytes));
        },
        async truncate(path, size) {
            const before = content.get(path);
            if (before)
                content.set(path, before.slice(0, size));
        },
        async remove(path) {
            content.delete(path);
        },
    };
}
/**
 * The same for one process of a simulated host. A write takes time, and until it is over nothing of it is certain: of an
 * append that its process did not survive there is nothing on the platter, some of it, all of it, or as much of zeros,
 * as file systems leave behind that grew a file before they wrote to it.
 */
export function openDisk(content, kernel, life, fates, seed) {
    const disk = openMemoryDisk(content);
    const dealer = createDealer(seed);
    const unsure = new Set();
    life.onDeath(() => {
        for (const settle of unsure)
            settle();
    });
    function write(method, path, bytes, act, leave) {
        const content = new TextDecoder().decode(bytes);
        const fate = fates({ port: 'disk', method, about: path, content, writes: true });
        if (!life.isDead && fate.dies !== 'before')
            unsure.add(leave);
        const done = async () => {
            unsure.delete(leave);
            await act();
        };
        const troubled = () => {
            unsure.delete(leave);
            throw new Error(`${path}: no space left on device`);
        };
        return undergo(kernel, life, fate, { act: done, troubled, travels: false });
    }
    return {
        read: (path) => life.call(() => disk.read(path)),
        write: (path, bytes) => write('write', path, bytes, () => disk.write(path, bytes), () => {
            if (dealer.below(2) === 0)
                content.set(path, Uint8Array.from(bytes));
        }),
        append: (path, bytes) => write('append', path, bytes, () => disk.append(path, bytes), () => content.set(path, join(content.get(path), remains(bytes, dealer)))),
        truncate: (path, size) => write('truncate', path, nothing, () => disk.truncate(path, size), () => { }),
        remove: (path) => write('remove', path, nothing, () => disk.remove(path), () => { }),
    };
}
const nothing = new Uint8Array();
function remains(bytes, dealer) {
    switch (dealer.below(4)) {
        case 0:
            return new Uint8Array();
        case 1:
            return bytes;
        case 2:
            return new Uint8Array(bytes.length);
        default:
            return bytes.slice(0, dealer.below(bytes.length + 1));
    }
}
const join = (before, bytes) => Uint8Array.from(Buffer.concat([before ?? new Uint8Array(), bytes]));
//# sourceMappingURL=disk.js.map