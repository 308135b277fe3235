import { never } from "../model/never.js";
import { fail, ok } from "../model/result.js";
import { bounded } from "./bounded.js";
import { digestOf } from "./digest.js";
import { explain } from "./explain.js";
import { problemsOf } from "./fault.js";
import { checkHeader } from "./header.js";
import { Lines } from "./lines.js";
import { readPath } from "./path.js";
import { printablePath } from "./printable.js";
import { checkFacility, checkMachine } from "./rules.js";
import { readText } from "./text.js";
import { validate } from "./validate.js";
import { readYaml } from "./yaml.js";
import { nodeAt, nodeUnder, segmentsOf } from "./yaml-node.js";
import { readValue } from "./yaml-value.js";
/** Depends on nothing but its arguments, so that the result can be kept by path and blob id. */
export function parseFile(path, bytes) {
    const where = readPath(path);
    if (where === null || where.kind === 'secret') {
        return fail([{ code: 'file-misplaced', file: printablePath(path), message: 'no manifest has its place here' }]);
    }
    const text = readText(bytes);
    if (!text.ok)
        return fail(problemsOf(path, text.error.text, [text.error.fault]));
    const parsed = parseText(path, where, text.value);
    return parsed.ok ? parsed : fail(bounded(problemsOf(path, text.value, parsed.error)));
}
function parseText(path, where, text) {
    const tree = readYaml(text);
    if (!tree.ok)
        return tree;
    const { value, faults } = readValue(tree.value);
    if (faults.length > 0)
        return fail(faults);
    const header = checkHeader(where, value);
    if (header.length > 0)
        return fail(header.map(at(tree.value)));
    const valid = validate(where.kind, value);
    if (!valid.ok)
        return fail(explain(tree.value, valid.error));
    const broken = checkRules(valid.value);
    if (broken.length > 0)
        return fail(broken.map(at(tree.value)));
    const manifest = valid.value;
    return ok({ path, manifest, digest: digestOf(manifest), places: placesOf(where.kind, tree.value, text) });
}
function checkRules(manifest) {
    switch (manifest.kind) {
        case 'Machine':
            return checkMachine(manifest);
        case 'Facility':
            return checkFacility(manifest);
        case 'Fleet':
        case 'MachineClass':
        case 'Image':
            return [];
        default:
            return never(manifest);
    }
}
/** At the field itself, or at the nearest one around it that is there. */
const at = (root) => (fault) => {
    for (let pointer = fault.pointer; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
        const found = nodeAt(root, pointer);
        if (found !== null)
            return { ...fault, at: found.at };
    }
    return { ...fault, at: root.at };
};
function placesOf(kind, root, text) {
    const places = {};
    if (kind !== 'Machine')
        return places;
    const lines = new Lines(text);
    for (const { pointer, segments } of linkedFields) {
        const found = nodeUnder(root, segments);
        if (found !== null)
            places[pointer] = lines.placeOf(found.at);
    }
    return places;
}
/** The fields of a machine that linking may have something to say about. */
const linkedFields = [
    '/metadata/name',
    '/spec/class',
    '/spec/bmc/address',
    '/spec/identity/serial',
    '/spec/identity/uuid',
    '/spec/identity/bmcMac',
    '/spec/install/image',
].map((pointer) => ({ pointer, segments: segmentsOf(pointer) }));
//# sourceMappingURL=parse.js.map