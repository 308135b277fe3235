import { createHash } from 'node:crypto';
export function put(objects, object) {
    const content = contentOf(object);
    const id = createHash('sha1').update(`${object.kind} ${content.length}\0`).update(content).digest('hex');
    objects.set(id, object);
    return id;
}
function contentOf(object) {
    if (object.kind === 'blob')
        return object.bytes;
    if (object.kind === 'tree') {
        const parts = object.items.map(({ mode, name, id }) => Buffer.concat([Buffer.from(`${mode} ${name}\0`, 'latin1'), Buffer.from(id, 'hex')]));
        return Buffer.concat(parts);
    }
    const { tree, parents, author, seconds, message } = object.body;
    const who = `${author.name} <${author.email}> ${seconds} +0000`;
    const head = [`tree ${tree}`, ...parents.map((id) => `parent ${id}`), `author ${who}`, `committer ${who}`];
    return Buffer.from(`${head.join('\n')}\n\n${message}`);
}
/** As Git sorts: by bytes, a folder as if its name ended with a slash. */
export function sortItems(items) {
    const key = ({ mode, name }) => (mode === '40000' ? `${name}/` : name);
    return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
export const bytesOf = (text) => Buffer.from(text).toString('latin1');
/** Copies what `id` needs and `to` does not have yet; what is there has all that it needs. */
export function copyReachable(from, to, id) {
    const queue = [id];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const object = from.get(next);
        if (!object || to.has(next))
            continue;
        to.set(next, object);
        if (object.kind === 'commit')
            queue.push(object.body.tree, ...object.body.parents);
        if (object.kind === 'tree')
            queue.push(...object.items.filter(({ mode }) => mode !== '160000').map((item) => item.id));
    }
}
/** A tree with changes laid over it; null where nothing is left of it. */
export function applyChanges(objects, base, changes) {
    const found = base === null ? undefined : objects.get(base);
    const items = new Map((found?.kind === 'tree' ? found.items : []).map((item) => [item.name, item]));
    const own = new Map();
    const inner = new Map();
    for (const [path, change] of changes) {
        const slash = path.indexOf('/');
        const name = bytesOf(slash < 0 ? path : path.slice(0, slash));
        if (slash < 0)
            own.set(name, change);
        else
            inner.set(name, (inner.get(name) ?? new Map()).set(path.slice(slash + 1), change));
    }
    for (const [name, below] of inner) {
        const before = items.get(name);
        const id = applyChanges(objects, before?.mode === '40000' ? before.id : null, below);
        if (id !== null)
            items.set(name, { mode: '40000', name, id });
        else if (before?.mode === '40000')
            items.delete(name);
    }
    for (const [name, change] of own) {
        if (change !== null)
            items.set(name, { mode: '100644', name, id: put(objects, { kind: 'blob', bytes: Buffer.from(change) }) });
        else if (!inner.has(name))
            items.delete(name);
    }
    return items.size > 0 ? put(objects, { kind: 'tree', items: sortItems(items.values()) }) : null;
}
//# sourceMappingURL=objects.js.map