import { namePattern } from "../model/names.js";
/** Null: nothing that we know of has its place there. */
export function readPath(path) {
    if (path === 'fleet.yaml')
        return { kind: 'Fleet' };
    const [top, facility, folder, ...rest] = path.split('/');
    if (top === undefined || facility === undefined)
        return null;
    if (folder === undefined) {
        const name = nameIn(facility, '.yaml');
        const kind = foldersOfKinds.get(top);
        return name !== null && kind !== undefined ? { kind, name } : null;
    }
    if (top !== 'facilities' || !namePattern.test(facility))
        return null;
    const [first = '', second, third] = rest;
    if (folder === 'facility.yaml' && rest.length === 0)
        return { kind: 'Facility', facility, name: facility };
    if (folder === 'secrets' && second === undefined) {
        const name = nameIn(first, '.age');
        return name === null ? null : { kind: 'secret', facility, name };
    }
    if (folder === 'machines' && second !== undefined && third === undefined && namePattern.test(first)) {
        const name = nameIn(second, '.yaml');
        return name === null ? null : { kind: 'Machine', facility, rack: first, name };
    }
    return null;
}
/** A file that `parseFile` takes. */
export function isManifestPath(path) {
    const where = readPath(path);
    return where !== null && where.kind !== 'secret';
}
/** Where an object of this kind lies, for people. */
export const homeOf = {
    Fleet: 'fleet.yaml',
    MachineClass: 'classes/<name>.yaml',
    Image: 'images/<name>.yaml',
    Facility: 'facilities/<facility>/facility.yaml',
    Machine: 'facilities/<facility>/machines/<rack>/<name>.yaml',
};
const foldersOfKinds = new Map([
    ['classes', 'MachineClass'],
    ['images', 'Image'],
]);
function nameIn(file, ending) {
    const name = file.endsWith(ending) ? file.slice(0, -ending.length) : '';
    return namePattern.test(name) ? name : null;
}
//# sourceMappingURL=path.js.map