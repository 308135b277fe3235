/** The node that a JSON Pointer names. Null: it is not there. */
export const nodeAt = (root, pointer) => nodeUnder(root, segmentsOf(pointer));
export function nodeUnder(root, segments) {
    let node = root;
    let at = root.at;
    for (const segment of segments) {
        if (node.kind === 'map') {
            const entry = node.entries.find(({ key }) => key === segment);
            if (entry === undefined)
                return null;
            node = entry.value;
            at = node.kind === 'scalar' && node.text !== '' ? node.at : entry.at;
        }
        else if (node.kind === 'list') {
            const item = node.items[Number(segment)];
            if (item === undefined)
                return null;
            node = item;
            at = item.at;
        }
        else {
            return null;
        }
    }
    return { node, at };
}
/** Where the key of a field stands. */
export function keyAt(root, pointer, field) {
    const map = nodeAt(root, pointer)?.node;
    return map?.kind === 'map' ? map.entries.find(({ key }) => key === field)?.at : undefined;
}
/** RFC 6901. */
export const segmentsOf = (pointer) => pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
export const pointerTo = (pointer, segment) => `${pointer}/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`;
//# sourceMappingURL=yaml-node.js.map